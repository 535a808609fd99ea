// The measure that `bench fanout` compares with: `ws` alone, in the version of the server, which sends
// bytes that are there already to every socket that is open. Nothing can be left out of that.
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type * as Ws from 'ws';
import { SUBPROTOCOL, type Frame } from './fanout-protocol.ts';

const ofServer = createRequire(new URL('../../server/package.json', import.meta.url));
export const { WebSocket, WebSocketServer } = ofServer('ws') as typeof Ws;

export interface RawServer {
  readonly port: number;
  /** Sends each frame to everyone, at its time or as soon after it as it can. */
  repeat(frames: readonly Frame[]): Promise<void>;
  close(): Promise<void>;
}

export async function openRawServer(): Promise<RawServer> {
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    repeat: (frames) => repeat(frames, (bytes) => broadcast(server, bytes)),
    close: () => {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function broadcast(server: Ws.WebSocketServer, bytes: Buffer): void {
  for (const socket of server.clients) socket.send(bytes, { binary: false });
}

async function repeat(frames: readonly Frame[], send: (bytes: Buffer) => void): Promise<void> {
  const startMs = performance.now();
  for (const { atMs, text } of frames) {
    const waitMs = atMs - (performance.now() - startMs);
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    // A turn of the loop for what came in, as between the frames of any server.
    else await new Promise(setImmediate);
    send(Buffer.from(text));
  }
}
