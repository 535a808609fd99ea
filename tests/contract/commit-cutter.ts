// A relay in front of a PostgreSQL socket that cuts the connection at COMMIT: before the server
// gets it, or after the server has carried it out. So an answer is lost on purpose, both ways.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Cut = 'NEVER' | 'BEFORE_COMMIT' | 'AFTER_COMMIT';

export interface CommitCutter {
  /** The folder to connect to instead of the server's. */
  readonly socketDir: string;
  cut: Cut;
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
    let committing = false;
    client.on('data', (bytes) => {
      committing = cutter.cut !== 'NEVER' && bytes.includes('COMMIT\0');
      if (committing && cutter.cut === 'BEFORE_COMMIT') client.destroy();
      else upstream.write(bytes);
    });
    upstream.on('data', (bytes) => (committing ? client.destroy() : client.write(bytes)));
  });
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(socketDir, { recursive: true });
  };
  const cutter: CommitCutter = { socketDir, cut: 'NEVER', close };
  await new Promise<void>((resolve) => server.listen(join(socketDir, socketName), resolve));
  return cutter;
}
