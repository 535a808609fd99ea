// One WebSocket, joined to the protocol of graphql-ws. Each send is awaited there, so a client
// that does not read holds one message of each subscription and no more; what else could pile up
// (pongs, answers to more requests) is bounded here, and a client that is gone is cut.
import type { Server } from 'graphql-ws';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import type { SocketLimits } from './limits.ts';
import type { Outlet } from './outlet.ts';

/** Serves the socket until it closes. */
export function serveSocket(
  server: Server<Outlet>,
  outlet: Outlet,
  limits: Pick<SocketLimits, 'pingIntervalMs' | 'unsentBytes'>,
  log: Log,
): void {
  const { socket } = outlet;
  const stopPinging = ping(socket, limits.pingIntervalMs);
  const cutIfFlooding = () => {
    if (socket.bufferedAmount > limits.unsentBytes) socket.terminate();
  };
  // What a client does wrong closes its own socket, with a code; it is not a fault of ours.
  socket.on('error', (error) => log.info({ reason: error.message }, 'a WebSocket broke'));
  socket.on('ping', cutIfFlooding);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => outlet.send(data),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on('message', (data: Buffer) => {
          cutIfFlooding();
          receive(data.toString()).catch((error: unknown) => {
            log.warn({ err: error }, 'a WebSocket message could not be handled');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        }),
    },
    outlet,
  );
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, reason.toString()).catch((error: unknown) => {
      log.error({ err: error }, 'a closed WebSocket could not be cleaned up');
    });
  });
}

function ping(socket: WebSocket, intervalMs: number): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) socket.terminate();
    answered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, intervalMs).unref();
  return () => clearInterval(timer);
}
