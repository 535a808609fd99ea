// A web server that gives out one folder as it is, under /talks/seat/, and nothing else.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Close } from '../support/leftovers.ts';

const PATH = '/talks/seat/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

/** @returns the address of the folder, which ends with a slash. @param later stops it */
export async function serveFolder(later: (close: Close) => void, folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === PATH ? 'index.html' : normalize(pathname.slice(PATH.length));
    const found = pathname.startsWith(PATH)
      ? readFile(join(folder, name))
      : Promise.reject(Error());
    found.then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? '' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  later(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
}
