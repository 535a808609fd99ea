import { expect, it } from 'vitest';
import { isLoopback } from './loopback.ts';

it('knows the names and addresses of this machine, and no others', () => {
  const own = ['localhost', '127.0.0.1', '127.8.9.1', '::1', '[::1]'];
  const others = ['', '0.0.0.0', '::', '10.0.0.1', '127.example.org', 'localhost.example.org'];
  expect([...own, ...others].filter(isLoopback)).toEqual(own);
});
