// One client from the accepted socket to a session, or turned away: TLS, startup, token, limits, in
// that order and within ten seconds. Nothing of a client is believed before its token is.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { takeBuffered } from './byte-reader.ts';
import type { ConnectionLimits, Release } from './connection-limits.ts';
import { identify, type IdentifyOptions } from './identify.ts';
import { sayLastWords, type Ending } from './ending.ts';
import { negotiateTls, type EndpointIdentity } from './negotiate-tls.ts';
import type { Action } from './token.ts';

export interface AdmissionOptions extends IdentifyOptions {
  /** The same object for every client of a gateway: what TLS needs is made of it once. */
  readonly identity: EndpointIdentity;
  /** One object per gateway: open connections, rate and burst. */
  readonly limits: ConnectionLimits;
}

/** A client that has shown who it is; it has heard nothing yet, not even AuthenticationOk. */
export interface Admitted {
  readonly kind: 'ADMITTED';
  /** Errors on it are heard already: its close is what counts. */
  readonly socket: TLSSocket;
  readonly user: string;
  readonly database: string;
  readonly action: Action;
  /** What else the client asked for, such as application_name; no user and no database. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Bytes that arrived behind the password: the session reads them first. */
  readonly head: Buffer;
  /** Gives the place back; to be called when the session has ended. */
  readonly release: Release;
}

export type Arrival =
  | Admitted
  | {
      readonly kind: 'CANCEL';
      readonly processId: number;
      readonly secretKey: number;
      /** To be called once it has been passed on: that is what the client waits for. */
      readonly close: () => void;
    }
  /** Already answered and closed, or the client went away. */
  | { readonly kind: 'TURNED_AWAY' };

/** Of the whole admission. */
const HANDSHAKE_LIMIT_MS = 10_000;
const TURNED_AWAY: Arrival = { kind: 'TURNED_AWAY' };

/** Never throws: whatever a client does is one of the arrivals. */
export async function admit(socket: Socket, options: AdmissionOptions): Promise<Arrival> {
  const endHandshake = beginHandshake(socket, options.limits);
  if (endHandshake === null) return TURNED_AWAY;
  const secured = await negotiateTls(socket, options.identity);
  if (secured.kind !== 'SECURED') return conclude(socket, secured);
  const client = await identify(secured.socket, options);
  if (client.kind !== 'IDENTIFIED') return conclude(secured.socket, client);
  const place = options.limits.takePlace();
  if (place.kind !== 'TAKEN') return conclude(secured.socket, place);
  endHandshake();
  const { user, database, parameters } = client.startup;
  return {
    kind: 'ADMITTED',
    socket: secured.socket,
    user,
    database,
    action: client.action,
    parameters,
    head: takeBuffered(secured.socket),
    release: place.release,
  };
}

/** The time limit and the count of handshakes hold until it is admitted or the socket is closed. */
function beginHandshake(socket: Socket, limits: ConnectionLimits): Release | null {
  // A broken connection is seen by its close.
  socket.on('error', () => undefined);
  const release = limits.beginHandshake();
  if (release === null || socket.destroyed) {
    release?.();
    socket.destroy();
    return null;
  }
  socket.setNoDelay(true);
  const limit = setTimeout(() => socket.destroy(), HANDSHAKE_LIMIT_MS);
  const end = (): void => {
    clearTimeout(limit);
    socket.off('close', end);
    release();
  };
  socket.once('close', end);
  return end;
}

async function conclude(socket: Socket, ending: Ending): Promise<Arrival> {
  switch (ending.kind) {
    case 'CANCEL': {
      const { processId, secretKey } = ending;
      return { kind: 'CANCEL', processId, secretKey, close: () => void socket.end().resume() };
    }
    case 'REFUSED':
      await sayLastWords(socket, ending.refusal);
      return TURNED_AWAY;
    case 'GONE':
      socket.destroy();
      return TURNED_AWAY;
  }
}
