import { expect, test } from 'vitest';
import { whoseCommand, whoseProcess } from './whose-process.ts';

const trace = { dataDir: '/home/ann/my data/data', socketDir: '/home/ann/my data/run' };
const flags = (socketDir: string): string => `-c unix_socket_directories=${socketDir} -c jit=off`;

test('a server is ours by its socket folder, or by its data folder', () => {
  const ours = [
    `/x/bin/postgres -D /proc/self/fd/3 ${flags(trace.socketDir)}`,
    `/x y/bin/postgres -D ${trace.dataDir} ${flags('/tmp/worldseat-socket-a1')}`,
    `/x/bin/postgres -D ${trace.dataDir}`,
  ];
  expect(ours.map((command) => whoseCommand(command, trace))).toEqual(ours.map(() => 'OURS'));
});

test('a process that only names our folder, or serves another, is a stranger', () => {
  const strangers = [
    `tail -f ${trace.dataDir}/log`,
    `node /x/src/local/postgres/index.ts ${trace.dataDir}`,
    `/x/bin/postgres -D /proc/self/fd/3 ${flags(`${trace.socketDir}-2`)}`,
    `/x/bin/postgres -D ${trace.dataDir}/deeper ${flags('/elsewhere')}`,
  ];
  const found = strangers.map((command) => whoseCommand(command, trace));
  expect(found).toEqual(strangers.map(() => 'STRANGER'));
});

test('a PostgreSQL that names no folder, or nothing to read, is unknown', () => {
  const unknown = ['', '/usr/bin/postgres', 'postgres: admin postgres [local] idle'];
  expect(unknown.map((command) => whoseCommand(command, trace))).toEqual(
    unknown.map(() => 'UNKNOWN'),
  );
  const starting = { ...trace, socketDir: '' };
  const command = `/x/bin/postgres -D /proc/self/fd/3 ${flags(trace.socketDir)}`;
  expect(whoseCommand(command, starting)).toBe('UNKNOWN');
});

test('this process is a stranger; no process is gone', () => {
  expect(whoseProcess(process.pid, { ...trace, dataDir: '/' })).toBe('STRANGER');
  for (const pid of [Number.NaN, -7, 0, 2 ** 22 + 1]) {
    expect(whoseProcess(pid, trace)).toBe('GONE');
  }
});
