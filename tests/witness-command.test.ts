// `npm run witness` as a process: the verdict by its exit code, the same finding as the server's
// functions byte for byte, and one clear line for whatever is no history.
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EXPORT_FORMATS,
  exportHistory,
  sha256Of,
  witnessInputOf,
  writeHistory,
  writeRecording,
  type History,
} from '@worldseat/schema/history';
import { judge } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { burstAtA1 } from '../schema/src/history/testing.ts';
import { bundled } from './support/bundled.ts';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const folder = await tempFolder(later);
/** How `npm run witness` starts it, without npm. */
const asWritten = [
  '--import',
  import.meta.resolve('tsx/esm'),
  join(import.meta.dirname, '../scripts/witness.ts'),
];
const asBundled = [bundled(later, 'witness.ts')];

const legal = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: 'Bo', outcome: 'REJECTED', from: 2, to: 6, region: 'us-east-2' },
]);
const soldTwice = burstAtA1([
  { name: 'Ana', outcome: 'CONFIRMED', from: 1, to: 5 },
  { name: 'Bo', outcome: 'CONFIRMED', from: 2, to: 6, region: 'us-east-2' },
  { name: 'Cy', outcome: 'REJECTED', from: 3, to: 7 },
]);
const nothingSold = burstAtA1([{ name: 'Ana', outcome: 'FAILED', from: 1, to: 5 }]);

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the script in the folder of the files. @param input to standard input */
function witness(
  args: readonly string[],
  input = '',
  settings = {},
  program: readonly string[] = asBundled,
): Promise<Result> {
  const env = { ...process.env, npm_lifecycle_event: '', ...settings };
  const child = spawn(process.execPath, [...program, ...args], { cwd: folder, env });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => void out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

async function fileOf(history: History, name = 'burst.ndjson'): Promise<string> {
  await writeFile(join(folder, name), writeHistory(history).text);
  return name;
}

it('is the same program bundled, as these tests start it, and as npm run starts it', async () => {
  for (const args of [[await fileOf(soldTwice)], ['--json', await fileOf(legal)], []]) {
    const written = await witness(args, '', {}, asWritten);
    expect({ args, ...(await witness(args)) }).toEqual({ args, ...written });
  }
});

describe('the verdict', () => {
  it.each([
    [0, '✓ LINEARIZABLE', legal],
    [1, '✗ VIOLATED', soldTwice],
    [2, '? UNPROVEN', nothingSold],
  ])('is exit code %i: %s', async (code, words, history) => {
    const result = await witness([await fileOf(history)]);
    expect(result).toMatchObject({ code, err: '' });
    expect(result.out).toContain(words);
    const { reasons } = judge(witnessInputOf(history), 'A1');
    for (const reason of reasons) expect(result.out).toContain(reason);
  });

  it('comes with what the burst was, when it was recorded, and the figures', async () => {
    const { out } = await witness([await fileOf(soldTwice)]);
    expect(out.split('\n').slice(0, 10)).toEqual([
      'Burst     dsql-m1-1, RECORDED 2026-01-02T03:04:05.678Z',
      'Engine    Aurora DSQL (dsql), snapshot isolation',
      '          EMBEDDED: PostgreSQL 17, a gateway',
      'Scenario  ONE_SEAT at A1, round 3 of hall',
      '          NAIVE, 3 buyers, seed 7',
      'Regions   us-east-1, us-east-2',
      'Settings  connectionsPerRegion 10, mode commit',
      'Software  WorldSeat 0.1.0, Node v20.0.0',
      'History   3 orders, 3 answers',
      `SHA-256   ${writeHistory(soldTwice).sha256}`,
    ]);
    expect(out).toMatch(/\n {7}2 {2}sales of 1 seat\n {7}1 {2}sold twice\n {9}1 {2}.+\(/);
    expect(out).toMatch(/\n {7}1 {2}hidden/);
  });

  it('comes with the overlap of the contradiction, without colours where nobody looks', async () => {
    const { out } = await witness([await fileOf(soldTwice)]);
    expect(out).toMatch(
      /\nAna {2}us-east-1 {2}├.*┤ +CONFIRMED\nBo {3}us-east-2 {2} +├.*┤ +CONFIRMED\n/,
    );
    expect(out).not.toContain('\u001b');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('is UNPROVEN for a file that was changed, or cut, with that reason', async () => {
    const { text } = writeHistory(legal);
    const changed = await witness(['-'], text.replace('"seed":7', '"seed":8'));
    expect(changed.code).toBe(2);
    expect(changed.out).toContain('The content does not match the hash in the header');
    const cut = await witness(['-'], text.slice(0, text.lastIndexOf('{"line":"table"')));
    expect(cut.code).toBe(2);
    expect(cut.out).toContain('The file ends early');
  });
});

describe('for programs', () => {
  it.each([legal, soldTwice, nothingSold])(
    '--json is the finding, byte for byte',
    async (history) => {
      const { out } = await witness([await fileOf(history), '--json']);
      expect(out).toBe(`${JSON.stringify(judge(witnessInputOf(history), 'A1'))}\n`);
    },
  );

  it.each(EXPORT_FORMATS)('--export %s is the export, and no verdict', async (format) => {
    const result = await witness([await fileOf(soldTwice), '--export', format]);
    expect(result).toEqual({ code: 0, out: exportHistory(soldTwice, format), err: '' });
  });

  it('a mark of the byte order is no part of the text, as in a browser', async () => {
    const { text } = writeHistory(legal);
    expect(await witness(['-', '--json'], `\uFEFF${text}`)).toMatchObject({ code: 0, err: '' });
  });

  it('- reads standard input', async () => {
    const { code, out } = await witness(['-'], writeHistory(soldTwice).text);
    expect(code).toBe(1);
    expect(out).toContain('✗ VIOLATED');
  });

  it('--focus asks about one seat, and says when it was not on sale', async () => {
    const seat = await witness([await fileOf(soldTwice), '--json', '--focus', 'A1']);
    expect(JSON.parse(seat.out)).toMatchObject({ focus: { seatId: 'A1', confirmed: 2 } });
    const other = await witness([await fileOf(soldTwice), '--json', '--focus', 'B7']);
    expect(JSON.parse(other.out)).toMatchObject({ focus: null });
    expect(other.err).toBe('B7 was not on sale in this burst.\n');
  });

  it('finds the file where npm was called, not where it runs the script', async () => {
    await mkdir(join(folder, 'elsewhere'), { recursive: true });
    await fileOf(soldTwice, 'elsewhere/burst-2.ndjson');
    const settings = { npm_lifecycle_event: 'witness', INIT_CWD: join(folder, 'elsewhere') };
    expect((await witness(['burst-2.ndjson'], '', settings)).out).toContain('✗ VIOLATED');
  });
});

describe('a recording', () => {
  const take = (label: string, ...histories: History[]) => ({
    label,
    files: histories.map((history) => writeHistory(history).text),
  });
  const about = { title: 'The \u001b[2Jtalk', recordedAt: '2026-01-02T03:04:05.678Z' };
  const recorded = (...takes: ReturnType<typeof take>[]) => writeRecording({ ...about, takes });

  it('is judged burst by burst, and the exit code is that of the worst', async () => {
    const text = recorded(take('one seat', legal, nothingSold), take('', soldTwice));
    const { code, out } = await witness(['-'], text);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'Recording The ?[2Jtalk, RECORDED 2026-01-02T03:04:05.678Z: 3 bursts in 2 takes',
      `SHA-256   ${sha256Of(text)}`,
      '',
      '── Take 1: one seat ──',
      'Burst     dsql-m1-1, RECORDED 2026-01-02T03:04:05.678Z',
    ]);
    const marks = out.match(/^([✓?✗] [A-Z]+|── .+ ──)/gm);
    expect(marks?.slice(1)).toEqual([
      ...['✓ LINEARIZABLE', '? UNPROVEN', '── Take 2 ──', '✗ VIOLATED'],
    ]);
    expect((await witness(['-'], recorded(take('', legal, nothingSold)))).code).toBe(2);
    const whole = recorded(take('', legal, legal));
    expect((await witness(['-'], whole)).code).toBe(0);
    expect((await witness(['-'], whole.replace('talk', 'tale'))).code).toBe(2);
  });

  it('--json is one finding a line; --export takes one burst', async () => {
    const text = recorded(take('', legal, soldTwice));
    const { code, out } = await witness(['-', '--json'], text);
    const lines = [legal, soldTwice].map((it) => JSON.stringify(judge(witnessInputOf(it), 'A1')));
    expect({ code, out }).toEqual({ code: 1, out: `${lines.join('\n')}\n` });
    const refused = await witness(['-', '--export', 'edn'], text);
    expect(refused).toMatchObject({ code: 64, out: '' });
    expect(refused.err).toMatch(/^--export takes one burst; this is a recording of 2\n/);
    const one = await witness(['-', '--export', 'edn'], recorded(take('', legal)));
    expect(one).toMatchObject({ code: 0, out: exportHistory(legal, 'edn') });
  });
});

describe('what is not judged', () => {
  it.each([
    [64, [], 'one FILE is needed, not 0'],
    [64, ['a', 'b'], 'one FILE is needed, not 2'],
    [64, ['a', '--colour'], "Unknown option '--colour'"],
    [64, ['a', '--export', 'csv'], '--export must be one of edn, elle.json, ops.jsonl, not "csv"'],
    [64, ['a', '--json', '--export', 'edn'], 'choose one'],
    [66, ['missing.ndjson'], 'missing.ndjson cannot be read: there is no such file.'],
    [66, ['.'], '. cannot be read: it is a folder.'],
  ])('exit code %i: %j', async (code, args, words) => {
    const result = await witness(args);
    expect(result).toMatchObject({ code, out: '' });
    expect(result.err).toContain(words);
    if (code === 66) expect(result.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('exit code 65 for what is no history, in one line', async () => {
    const { text } = writeHistory(legal);
    expect(await witness(['-'], 'PK\u0003\u0004 not a history\n')).toEqual({
      ...{ code: 65, out: '' },
      err: expect.stringMatching(
        /^This is no file of a burst, nor a recording: line 1: expected a header: .*\n$/,
      ) as string,
    });
    expect(await witness(['-'], text.replace('"order":1', '"order":"one"'))).toEqual({
      ...{ code: 65, out: '' },
      err:
        'This is no file of a burst, nor a recording: line 4: ' +
        'expected "order" to be a whole number from 0, found one\n',
    });
  });
});
