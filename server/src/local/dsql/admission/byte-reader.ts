// Exactly so many bytes from a socket, and not one more: what follows belongs to the next stage,
// such as the TLS handshake, and must not be taken from it.
import type { Socket } from 'node:net';

/** Null: the client went away first. @param count at least 1; the caller limits it */
export function readBytes(socket: Socket, count: number): Promise<Buffer | null> {
  if (socket.destroyed || socket.readableEnded) return Promise.resolve(null);
  return new Promise((resolve) => {
    const finish = (bytes: Buffer | null): void => {
      socket.off('readable', tryRead).off('end', giveUp).off('close', giveUp);
      resolve(bytes);
    };
    const giveUp = (): void => finish(null);
    const tryRead = (): void => {
      const bytes = socket.read(count) as Buffer | null;
      // At its end a stream gives what it has left, however little.
      if (bytes !== null) finish(bytes.length === count ? bytes : null);
    };
    socket.on('readable', tryRead).on('end', giveUp).on('close', giveUp);
    tryRead();
  });
}

/** Takes what has arrived and nobody has read. */
export function takeBuffered(socket: Socket): Buffer {
  if (socket.readableLength === 0) return Buffer.alloc(0);
  return (socket.read() as Buffer | null) ?? Buffer.alloc(0);
}
