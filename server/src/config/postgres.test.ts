import { describe, expect, it } from 'vitest';
import { readPostgres } from './postgres.ts';
import { Settings, type Environment } from './settings.ts';

function read(environment: Environment) {
  const settings = new Settings(environment);
  return { config: readPostgres(settings), faults: settings.faults };
}

describe('settings of PostgreSQL', () => {
  const at = { host: 'db.example', port: 5432, user: 'ana', password: null, database: 'seats' };

  it('name an address, and what its Region is called', () => {
    const given = 'postgresql://ana:p%40ss@db.example:6432/seats?sslmode=require';
    expect(read({ POSTGRES_URL: given, POSTGRES_REGION: 'eu-west-1' }).config).toEqual({
      kind: 'REMOTE',
      deployment: 'EXTERNAL',
      address: { ...at, port: 6432, password: 'p@ss', tls: { ca: null } },
      region: 'eu-west-1',
    });
  });

  it.each([
    ['postgresql://ana@db.example/seats', { ...at, tls: { ca: null } }],
    ['postgres://ana@127.0.0.1/seats', { ...at, host: '127.0.0.1', tls: null }],
    ['postgres://ana@[::1]/seats?sslmode=disable', { ...at, host: '::1', tls: null }],
    ['postgres://ana@localhost/seats?sslmode=verify-full', { ...at, host: 'localhost', tls: {} }],
    ['postgres://ana@/seats?host=/run/postgresql', { ...at, host: '/run/postgresql', tls: null }],
    ['postgres://ana@%2Frun%2Fpg:6432/seats', { ...at, host: '/run/pg', port: 6432, tls: null }],
  ])('%s: TLS that is verified, or none where nobody listens in', (given, address) => {
    expect(read({ POSTGRES_URL: given }).config).toMatchObject({ kind: 'REMOTE', address });
  });

  it.each([
    ['postgresql://db.example/seats', /^POSTGRES_URL must be an address .+ with a user/],
    ['postgresql://ana@db.example', /with a user and a database/],
    ['postgresql://ana@db.example/%zz', /must be an address/],
    ['postgresql://ana@db.example:0/seats', /must be an address/],
    [
      'postgresql://ana@db.example/seats?sslmode=disable',
      /^sslmode of POSTGRES_URL must be one of/,
    ],
    ['postgresql://ana@db.example/seats?sslmode=no-verify', /each is verified in full/],
    ['postgresql://ana@/seats?host=/tmp&sslmode=require', /a Unix socket has no TLS/],
    [
      'postgresql://ana@db.example/seats?options=-c',
      /may set host, sslmode, sslrootcert, not options/,
    ],
    ['postgresql://ana@db.example/seats?sslrootcert=/nowhere', /must be a file .+ENOENT/],
    ['postgresql://ana@localhost/seats?sslrootcert=/ca.pem', /but there is no TLS/],
  ])('%s is refused in words', (given, words) => {
    expect(read({ POSTGRES_URL: given }).faults).toEqual([expect.stringMatching(words)]);
  });

  it('are never repeated: they may hold a password', () => {
    const { faults } = read({ POSTGRES_URL: 'mysql://root:secret@db.example/seats' });
    expect(faults.join()).not.toContain('secret');
  });
});
