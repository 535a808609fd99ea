// A relay in front of a PostgreSQL socket that cuts the connection on purpose: at BEGIN, at the first
// write, or at COMMIT, there before the server gets it or after the server has carried it out.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Cut = 'NEVER' | 'BEGIN' | 'WRITE' | 'BEFORE_COMMIT' | 'AFTER_COMMIT';

/** What the client sends when its connection is to be cut. */
const AT: Readonly<Record<Cut, string | null>> = {
  NEVER: null,
  BEGIN: 'BEGIN ISOLATION',
  WRITE: 'UPDATE seats',
  BEFORE_COMMIT: 'COMMIT\0',
  AFTER_COMMIT: 'COMMIT\0',
};

export interface CommitCutter {
  /** The folder to connect to instead of the server's. */
  readonly socketDir: string;
  cut: Cut;
  /** Connections that were cut. */
  cuts: number;
  readonly close: () => Promise<void>;
}

export async function openCommitCutter(serverDir: string, port: number): Promise<CommitCutter> {
  const socketDir = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  const sockets = new Set<Socket>();
  const socketName = `.s.PGSQL.${port}`;
  const server = createServer((client) => {
    const upstream = connect(join(serverDir, socketName));
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let isLast = false;
    client.on('data', (bytes) => {
      const at = AT[cutter.cut];
      isLast = at !== null && bytes.includes(at);
      if (isLast) cutter.cuts += 1;
      if (isLast && cutter.cut !== 'AFTER_COMMIT') client.destroy();
      else upstream.write(bytes);
    });
    upstream.on('data', (bytes) => (isLast ? client.destroy() : client.write(bytes)));
  });
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(socketDir, { recursive: true });
  };
  const cutter: CommitCutter = { socketDir, cut: 'NEVER', cuts: 0, close };
  await new Promise<void>((resolve) => server.listen(join(socketDir, socketName), resolve));
  return cutter;
}
