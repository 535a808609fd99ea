// The page of `bench floor`, built anew from the client's sources into a folder of its own and served
// from there: what is measured is what is in the working tree.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build, loadConfigFromFile } from 'vite';
import type { Closers } from '../../server/src/close-all.ts';

const CLIENT = join(import.meta.dirname, '..', '..', 'client');
const PAGE = 'bench.html';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** @param closers takes what must be closed; @returns the address of the page */
export async function openFloorPage(closers: Closers): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'worldseat-bench-page-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  await buildPage(folder);
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://here').pathname);
    const type = TYPES[extname(path)];
    if (type === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type });
    createReadStream(join(folder, path))
      .on('error', () => response.destroy())
      .pipe(response);
    return response;
  });
  closers.push(() => close(server));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${PAGE}`;
}

/** As the client is built, but for its pages. */
async function buildPage(outDir: string): Promise<void> {
  const command = { command: 'build', mode: 'production' } as const;
  const loaded = await loadConfigFromFile(command, join(CLIENT, 'vite.config.ts'));
  const given = loaded?.config ?? {};
  await build({
    ...given,
    root: CLIENT,
    configFile: false,
    logLevel: 'error',
    build: { ...given.build, outDir, emptyOutDir: true, rolldownOptions: { input: [PAGE] } },
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
