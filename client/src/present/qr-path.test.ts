import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path.ts';

const ADDRESS = 'http://192.168.1.20:4000/join';

test('every black module is drawn once, and nothing in the quiet zone', () => {
  const { size, path } = qrPath(ADDRESS);
  const drawn = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`);
  const bare = encode(ADDRESS, { ecc: 'M', border: 0 });
  const black = bare.data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? [`${x + 4},${y + 4}`] : [])),
  );
  expect({ size, drawn }).toEqual({ size: bare.size + 8, drawn: black });
});
