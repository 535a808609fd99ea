import { expect, it } from 'vitest';
import { pageAt } from './pages.ts';

it.each([
  ['http://127.0.0.1:4000/', { page: 'stage' }],
  ['http://127.0.0.1:4000/lab', { page: 'lab', run: null }],
  ['http://127.0.0.1:4000/lab?run=lab-7', { page: 'lab', run: 'lab-7' }],
  ['http://127.0.0.1:4000/bursts/dsql-mx1-4', { page: 'burst', id: 'dsql-mx1-4' }],
  ['http://127.0.0.1:4000/join', { page: 'join' }],
  ['http://127.0.0.1:4000/join/x', { page: 'stage' }],
  ['http://127.0.0.1:4000/replay', { page: 'replay', src: null }],
  [
    'http://127.0.0.1:4000/replay?src=/recordings/a%2Bb.ndjson',
    { page: 'replay', src: '/recordings/a+b.ndjson' },
  ],
  ['http://127.0.0.1:4000/bursts/', { page: 'stage' }],
  ['http://127.0.0.1:4000/bursts/a/b', { page: 'stage' }],
])('%s', (url, address) => {
  expect(pageAt(url)).toEqual(address);
});
