// A process that is kept running: it comes back as it was, gives up in the end, and never outlives
// its parent. With real processes, real ports and kill -9.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { waitFor } from '../../../../tests/support/wait-for.ts';
import { KeptChild, type KeptChildOptions } from './kept-child.ts';
import type { CounterTalk } from './testing/counter-child.ts';

const ENTRY = new URL('./testing/counter-child.ts', import.meta.url);

function open(options: Partial<KeptChildOptions<CounterTalk>> = {}) {
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const child = new KeptChild<CounterTalk>({
    name: 'the counter',
    entry: ENTRY,
    settings: (before) => ({ port: before?.port ?? 0, from: before === null ? 0 : 100 }),
    log: { info: note, warn: note, error: note },
    ...options,
  });
  onTestFinished(() => child.stop());
  return { child, logged };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const backAfter = (child: KeptChild<CounterTalk>, pid: number | null) =>
  waitFor(() => child.pid !== null && child.pid !== pid, { what: 'it is back' });

test('it answers, and a question that it refuses is refused with its name', async () => {
  const { child, logged } = open();
  await child.opened;
  expect(await child.ask('COUNT')).toBe(1);
  await expect(child.ask('REFUSE')).rejects.toThrow('the counter: refused as asked');
  expect(await child.ask('WARN')).toBe(2);
  expect(logged).toEqual(['warned as asked {"part":"the counter"}']);
});

test('killed, it is started again on its port with the settings of then', async () => {
  const { child, logged } = open();
  const { port } = await child.opened;
  const { pid } = child;
  process.kill(pid ?? 0, 'SIGKILL');
  await backAfter(child, pid);
  expect(await child.ask('COUNT')).toBe(101);
  await expect(listenOn(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(logged).toEqual([
    'it is started again {"part":"the counter","reason":"its process ended (SIGKILL)"}',
  ]);
});

test('what is asked while it is started again waits for that', async () => {
  const { child } = open();
  await child.opened;
  process.kill(child.pid ?? 0, 'SIGKILL');
  await waitFor(() => child.pid === null);
  expect(await child.ask('COUNT')).toBe(101);
});

test('what is asked while it dies is refused, not left waiting', async () => {
  const { child } = open();
  await child.opened;
  const { pid } = child;
  process.kill(pid ?? 0, 'SIGKILL');
  await expect(child.ask('COUNT')).rejects.toThrow(/the counter(: it (has )?ended| is down)/);
});

test('signals that are meant for a whole group of processes are left to the parent', async () => {
  const { child } = open();
  await child.opened;
  const { pid } = child;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.kill(pid ?? 0, signal);
  expect([await child.ask('COUNT'), child.pid]).toEqual([1, pid]);
});

test('an error that nobody caught ends it with its stack in the log, and it comes back', async () => {
  const { child, logged } = open();
  await child.opened;
  const { pid } = child;
  await child.ask('CRASH');
  await backAfter(child, pid);
  expect(logged.join('\n')).toContain('Error: crashed as asked');
  expect(logged.join('\n')).toContain('its process ended (exit status 1)');
});

test('killed again and again: five restarts, then it stays down and says so once', async () => {
  const reasons: string[] = [];
  const { child } = open({ onExit: (reason) => reasons.push(reason) });
  await child.opened;
  let pid: number | null = null;
  for (let kill = 0; kill <= 5; kill += 1) {
    await backAfter(child, pid);
    ({ pid } = child);
    process.kill(pid ?? 0, 'SIGKILL');
  }
  await waitFor(() => reasons.length > 0);
  expect({ reasons, pid: child.pid }).toEqual({
    reasons: ['the counter is down after 5 restarts within 60 s: its process ended (SIGKILL)'],
    pid: null,
  });
  await expect(child.ask('COUNT')).rejects.toThrow('the counter is down');
});

test('a port that is taken fails the first start with the code of the error', async () => {
  const server = await listenOn(0);
  const { port } = server.address() as AddressInfo;
  const { child } = open({ settings: () => ({ port, from: 0 }) });
  await expect(child.opened).rejects.toMatchObject({ name: 'ChildFailed', code: 'EADDRINUSE' });
  expect(child.pid).toBeNull();
});

test('settings that cannot be had end the process, and their error is the answer', async () => {
  const { child } = open({ settings: () => Promise.reject(new Error('no database')) });
  await expect(child.opened).rejects.toThrow('no database');
});

test('stopped while it waits for its settings, and twice, it ends', async () => {
  let give: (settings: CounterTalk['start']) => void = () => undefined;
  const { child } = open({ settings: () => new Promise((resolve) => (give = resolve)) });
  await Promise.all([child.stop(), child.stop()]);
  give({ port: 0, from: 0 });
  await expect(child.opened).rejects.toThrow('it ended before it was ready');
});

test('when its parent is killed it ends by itself', async () => {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const module = new URL('./kept-child.ts', import.meta.url).href;
  const program = `
    const { KeptChild } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {}, error() {} };
    const entry = new URL(${JSON.stringify(ENTRY.href)});
    const settings = () => ({ port: 0, from: 0 });
    const child = new KeptChild({ name: 'the counter', entry, settings, log });
    await child.opened;
    console.log(child.pid);`;
  const parent = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void parent.kill('SIGKILL'));
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (data: Buffer) => resolve(Number(data.toString())));
  });
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await waitFor(() => !isAlive(pid), { what: 'the orphan is gone' });
});

function listenOn(port: number) {
  const server = createServer();
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      onTestFinished(() => void server.close());
      resolve(server);
    });
  });
}
