// A child process for the tests of this folder: listens on a port, counts what it is asked.
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { serveParent } from '../serve-parent.ts';

export interface CounterTalk {
  readonly start: { readonly port: number; readonly from: number };
  readonly ready: { readonly port: number };
  readonly question: 'COUNT' | 'REFUSE' | 'CRASH' | 'WARN';
  readonly answer: number;
}

serveParent<CounterTalk>(async ({ port, from }, onFault) => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  let count = from;
  return {
    ready: { port: (server.address() as AddressInfo).port },
    answer: (question) => {
      if (question === 'REFUSE') throw new Error('refused as asked');
      if (question === 'CRASH') setImmediate(() => crash());
      if (question === 'WARN') onFault('warned as asked');
      count += 1;
      return count;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
});

function crash(): never {
  throw new Error('crashed as asked');
}
