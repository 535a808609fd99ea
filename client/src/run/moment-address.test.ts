import { expect, it } from 'vitest';
import { addressOfMoment, momentOf } from './moment-address.ts';

it('names a moment in milliseconds, and reads it back', () => {
  const address = addressOfMoment('dsql-1', 23_400_000);
  expect(address).toBe('/bursts/dsql-1?at=23.400');
  expect(momentOf(`http://127.0.0.1${address}`)).toBe(23_400_000);
});

it.each(['', '?at=', '?at=soon', '?at=-1', '?at=Infinity', '?other=1'])(
  'reads no moment in an address that ends in "%s"',
  (search) => expect(momentOf(`http://127.0.0.1/bursts/dsql-1${search}`)).toBeNull(),
);
