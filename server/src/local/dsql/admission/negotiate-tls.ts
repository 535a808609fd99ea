// From the accepted socket to TLS: asked for by an SSLRequest or begun at once (direct TLS). No
// byte that came in the clear is ever read as if it had come inside, and nobody gets in without.
// Source: https://www.postgresql.org/docs/17/protocol-flow.html (SSL session encryption)
import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { GONE, refuse, sayLastWords, type Ending } from './ending.ts';
import { readOpening } from './read-packet.ts';
import { protocolViolation, TLS_REQUIRED } from './refusals.ts';

export interface EndpointIdentity {
  /** PEM, PKCS#8. */
  readonly key: string;
  /** PEM: the endpoint's certificate followed by the authority's. */
  readonly certificate: string;
}

export interface Secured {
  readonly kind: 'SECURED';
  readonly socket: TLSSocket;
}

/** The one protocol that is spoken here, by its ALPN name: a browser's is none. */
const PROTOCOL = 'postgresql';
const UNENCRYPTED_DATA = protocolViolation('received unencrypted data after encryption request');
const REPEATED_GSS = protocolViolation('received a second GSSAPI encryption request');
const NO_ALPN = protocolViolation(
  'received direct SSL connection request without ALPN protocol negotiation extension',
);

/** Never throws; the socket's close ends it with GONE. */
export async function negotiateTls(
  socket: Socket,
  identity: EndpointIdentity,
): Promise<Secured | Ending> {
  const context = contextOf(identity);
  let isGssAsked = false;
  for (;;) {
    const packet = await readOpening(socket);
    switch (packet.kind) {
      case 'TLS':
        return beginDirectly(socket, context);
      case 'TLS_REQUEST':
        if (socket.readableLength > 0) return refuse(UNENCRYPTED_DATA);
        socket.write('S');
        return begin(socket, context);
      case 'GSS_REQUEST':
        if (socket.readableLength > 0) return refuse(UNENCRYPTED_DATA);
        if (isGssAsked) return refuse(REPEATED_GSS);
        isGssAsked = true;
        socket.write('N');
        continue;
      case 'STARTUP':
        return refuse(TLS_REQUIRED);
      case 'CANCEL':
      case 'REFUSED':
      case 'GONE':
        return packet;
    }
  }
}

async function beginDirectly(socket: Socket, context: SecureContext): Promise<Secured | Ending> {
  const begun = await begin(socket, context);
  if (begun.kind !== 'SECURED' || begun.socket.alpnProtocol === PROTOCOL) return begun;
  await sayLastWords(begun.socket, NO_ALPN);
  return GONE;
}

function begin(socket: Socket, secureContext: SecureContext): Promise<Secured | Ending> {
  const secured = new TLSSocket(socket, {
    isServer: true,
    secureContext,
    ALPNProtocols: [PROTOCOL],
  });
  // A broken connection is seen by its close. Node closes it by itself for sockets of a tls.Server
  // only: for others it says this, and a record that cannot be decrypted would leave them open.
  secured.on('_tlsError', () => secured.destroy());
  secured.on('error', () => undefined);
  return new Promise((resolve) => {
    secured.once('secure', () => resolve({ kind: 'SECURED', socket: secured }));
    secured.once('close', () => resolve(GONE));
  });
}

/** One context an identity, so that sessions can be resumed and keys are read once. */
const contexts = new WeakMap<EndpointIdentity, SecureContext>();

function contextOf(identity: EndpointIdentity): SecureContext {
  const known = contexts.get(identity);
  if (known !== undefined) return known;
  const { key, certificate: cert } = identity;
  const context = createSecureContext({ key, cert, minVersion: 'TLSv1.2' });
  contexts.set(identity, context);
  return context;
}
