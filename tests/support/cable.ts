// A cable to a server that a test can pull: both ends keep their sockets, and nothing goes through.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Close } from './leftovers.ts';

export interface Cable {
  /** Where the server seems to be. */
  readonly url: string;
  pull(): void;
}

/** @param later closes it (see leftovers.ts); @param url of the server, http */
export async function openCable(later: (close: Close) => void, url: string): Promise<Cable> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!pulled) to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull: () => {
      pulled = true;
    },
  };
}
