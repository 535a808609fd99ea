// Who a client inside TLS is: its startup message, then its token. Nothing that it says is believed
// before the token is.
import type { TLSSocket } from 'node:tls';
import { frame, text } from '../wire/frame.ts';
import { askPassword } from '../wire/write.ts';
import { GONE, refuse, type Ending } from './ending.ts';
import { readOpening, readPassword } from './read-packet.ts';
import { noSuchDatabase, protocolViolation, WAKING_UP } from './refusals.ts';
import type { Startup } from './startup-packet.ts';
import { checkToken, type Action, type Credentials } from './token.ts';

export interface IdentifyOptions {
  readonly region: string;
  /** Tokens signed by these are accepted; no others. */
  readonly credentials: Credentials;
  /** Then every startup is refused: "waking up cluster". */
  readonly isAsleep: () => boolean;
  readonly now: () => Date;
}

const DATABASE = 'postgres';
const SECOND_ENCRYPTION = protocolViolation('encryption was asked for inside TLS');

export interface Identified {
  readonly kind: 'IDENTIFIED';
  readonly startup: Startup;
  readonly action: Action;
}

/** Asks for the token and judges it. */
export async function identify(
  socket: TLSSocket,
  options: IdentifyOptions,
): Promise<Identified | Ending> {
  const packet = await readOpening(socket);
  if (packet.kind === 'TLS' || packet.kind === 'TLS_REQUEST' || packet.kind === 'GSS_REQUEST')
    return refuse(SECOND_ENCRYPTION);
  if (packet.kind !== 'STARTUP') return packet;
  if (options.isAsleep()) return refuse(WAKING_UP);
  const { startup } = packet;
  socket.write(Buffer.concat([answerVersion(startup), askPassword()]));
  const password = await readPassword(socket);
  if (password.kind !== 'PASSWORD') return password;
  const verdict = await checkToken(password.text, {
    region: options.region,
    credentials: options.credentials,
    serverName: serverNameOf(socket),
    user: startup.user,
    now: options.now(),
  });
  if (verdict.kind !== 'ACCEPTED') return verdict;
  if (startup.database !== DATABASE) return refuse(noSuchDatabase(startup.database));
  return socket.destroyed ? GONE : { kind: 'IDENTIFIED', startup, action: verdict.action };
}

/** Node has false for no SNI. */
const serverNameOf = ({ servername }: TLSSocket): string | null =>
  typeof servername === 'string' && servername !== '' ? servername : null;

/** NegotiateProtocolVersion when the client asks for more than 3.0 has; else nothing. */
function answerVersion({ minorVersion, unknownOptions }: Startup): Buffer {
  if (minorVersion === 0 && unknownOptions.length === 0) return Buffer.alloc(0);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(3 << 16, 0);
  numbers.writeUInt32BE(unknownOptions.length, 4);
  return frame('v', numbers, ...unknownOptions.map(text));
}
