// The lab, over real engines: a part of the matrix is run, and what it claims is checked against
// what came out; runs and their bursts are found again, also by the next server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { predictDoubleSells, readHistory } from '../schema/src/history/index.ts';
import type { LabCellView } from '../schema/src/services.ts';
import { leftovers } from './support/leftovers.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { subscribe } from './support/subscribe.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();

const RUN = `id startedAt state seed buyers note
  cells {
    engineId strategy scenario state reason burstId burst { id labId state sha256 }
    figures {
      result reasons sales doubleSells predictedDoubleSells overLimit abortsPerSale p50Ms p99Ms
      ordersPerSecond
    }
  }`;
const LAB = `mutation ($input: LabInput!) {
  lab(input: $input) {
    __typename
    ... on LabRun { lab { ${RUN} } }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message retryAfterMs }
  }
}`;
const LAB_RUN = `query ($id: ID!) { labRun(id: $id) { ${RUN} } }`;
const LAB_RUNS = '{ labRuns(first: 5) { totalCount edges { node { id state note } } } }';
const HOLD = `mutation {
  breakIt(input: { engines: ["dsql"], buyers: 2000, wait: false }) {
    ... on BreakIt { bursts { id } }
  }
}`;
const PROGRESS = 'subscription { labProgress { id state cells { state } } }';

interface Cell extends LabCellView {
  readonly burst: { id: string; labId: string; state: string; sha256: string } | null;
}
interface Run {
  readonly id: string;
  readonly state: string;
  readonly note: string | null;
  readonly cells: readonly Cell[];
}
interface LabAnswer {
  readonly lab: { __typename: string; lab?: Run; message?: string; field?: string };
}
interface RunsAnswer {
  readonly labRuns: { totalCount: number; edges: { node: Omit<Run, 'cells'> }[] };
}

let server: TestServer;
let dataDir: string;
beforeAll(async () => {
  dataDir = await tempFolder(later);
  server = await openTestServer(later, { dataDir });
});

const lab = async (input: Record<string, unknown>) =>
  (await server.ask<LabAnswer>(LAB, { input })).lab;

const readRun = async (id: string) =>
  (await server.ask<{ labRun: Run | null }>(LAB_RUN, { id })).labRun;

/** The input is what the test is about; the seed is printed with every expectation that fails. */
async function ran(input: Record<string, unknown>): Promise<Run> {
  const answer = await lab({ seed: 4, ...input });
  if (answer.lab === undefined) throw new Error(answer.message);
  return answer.lab;
}

const figuresOf = (run: Run, engineId: string, strategy = 'NAIVE') => {
  const cell = run.cells.find((it) => it.engineId === engineId && it.strategy === strategy);
  if (cell?.figures == null) throw new Error(`no figures: ${JSON.stringify(cell)}`);
  return cell.figures;
};

describe('one seat, the naive purchase', () => {
  const engines = ['postgres', 'postgres-repeatable-read', 'postgres-serializable', 'dsql'];
  let run: Run;
  beforeAll(async () => {
    run = await ran({ engines, strategies: ['NAIVE'], scenarios: ['ONE_SEAT'], buyers: 30 });
  });

  it('is sold more than once at READ COMMITTED, and that was to be expected', () => {
    const { result, doubleSells, predictedDoubleSells } = figuresOf(run, 'postgres');
    expect(result).toBe('VIOLATED');
    expect(doubleSells).toBeGreaterThan(0);
    expect(predictedDoubleSells).toBeGreaterThan(0);
  });

  it.each(engines.slice(1))('is sold once on %s, and nothing else was to be expected', (engine) => {
    expect(figuresOf(run, engine)).toMatchObject({
      result: 'LINEARIZABLE',
      reasons: [],
      sales: 1,
      doubleSells: 0,
      predictedDoubleSells: 0,
      overLimit: 0,
    });
  });

  it('has each cell’s burst under its id, with the file that its figures come from', async () => {
    for (const { engineId, burst, burstId, figures } of run.cells) {
      expect(burst).toEqual({
        id: burstId,
        labId: run.id,
        state: 'SETTLED',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      });
      const text = await (await fetch(`${server.url}/bursts/${burstId}.ndjson`)).text();
      const history = readHistory(text);
      expect([history.header.engine.id, history.answers.length]).toEqual([engineId, 30]);
      expect(history.ledger.sales.length).toBe(figures?.sales);
      expect(predictDoubleSells(history)).toBe(figures?.predictedDoubleSells);
      expect(await readFile(join(dataDir, 'bursts', `${burstId}.ndjson`), 'utf8')).toBe(text);
    }
  });
});

describe('a limit of seats for each fan', () => {
  const engines = ['postgres-serializable', 'dsql'];
  let run: Run;
  beforeAll(async () => {
    const strategies = ['NAIVE', 'COUNTER_ROW'];
    run = await ran({ engines, strategies, scenarios: ['FAN_LIMIT'], buyers: 30 });
  });

  it('is broken on dsql: its snapshots do not see a write skew', () => {
    const { result, overLimit, doubleSells } = figuresOf(run, 'dsql');
    expect([result, doubleSells]).toEqual(['VIOLATED', 0]);
    expect(overLimit).toBeGreaterThan(0);
  });

  it('holds on serializable, and on dsql once a common row is written', () => {
    const kept = { overLimit: 0, doubleSells: 0, result: 'LINEARIZABLE' };
    expect(figuresOf(run, 'postgres-serializable')).toMatchObject(kept);
    expect(figuresOf(run, 'postgres-serializable', 'COUNTER_ROW')).toMatchObject(kept);
    expect(figuresOf(run, 'dsql', 'COUNTER_ROW')).toMatchObject(kept);
  });
});

describe('guarded writes on eventual tables', () => {
  it('sell a seat once in each Region at most; a strategy without means is skipped', async () => {
    const strategies = ['CONDITIONAL', 'FOR_UPDATE'];
    const run = await ran({
      engines: ['dynamodb'],
      strategies,
      scenarios: ['ONE_SEAT'],
      buyers: 30,
    });
    const { sales, doubleSells } = figuresOf(run, 'dynamodb', 'CONDITIONAL');
    expect([sales - doubleSells, doubleSells <= 1]).toEqual([1, true]);
    expect(run.cells[1]).toMatchObject({
      state: 'SKIPPED',
      reason: 'DynamoDB Global Tables has no row locks: FOR_UPDATE is not offered.',
      burstId: null,
      figures: null,
    });
  });
});

describe('a run of the lab', () => {
  it.each([
    [{ engines: ['oracle'] }, 'engines', /"oracle"; there are dsql, dynamodb, .*postgres/],
    [{ engines: [] }, 'engines', /at least one engine/],
    [{ strategies: [] }, 'strategies', /at least one strategy.*COUNTER_ROW/],
    [{ scenarios: [] }, 'scenarios', /at least one scenario.*RETRY_STORM/],
    [{ buyers: 2001 }, 'buyers', /from 2 to 2000, not 2001/],
    [{ seed: -1 }, 'seed', /from 0 to/],
  ])('is not begun for %j', async (input, field, message) => {
    const before = await server.ask<RunsAnswer>(LAB_RUNS);
    expect(await lab(input)).toEqual({
      __typename: 'InvalidInputError',
      field,
      message: expect.stringMatching(message) as unknown,
    });
    expect(await server.ask<RunsAnswer>(LAB_RUNS)).toEqual(before);
  });

  it('is the only one, and is followed to its end', async () => {
    const watch = subscribe(server.url, PROGRESS);
    later(() => watch.stop());
    const input = { strategies: ['NAIVE'], scenarios: ['ONE_SEAT'], buyers: 2 };
    const begun = await ran({ ...input, engines: ['dsql', 'dynamodb'], wait: false });
    expect(begun.state).toBe('RUNNING');
    expect(await lab(input)).toMatchObject({
      __typename: 'OverloadedError',
      message: `The lab is busy with the run ${begun.id}; nothing was started.`,
    });
    for (;;) {
      const event = (await watch.next())?.data as { labProgress: Run } | undefined;
      if (event === undefined) throw new Error('the subscription ended');
      if (event.labProgress.id === begun.id && event.labProgress.state !== 'RUNNING') break;
    }
    const ended = await readRun(begun.id);
    expect(ended).toMatchObject({ state: 'SETTLED', note: null });
    expect(ended?.cells.map(({ state }) => state)).toEqual(['DONE', 'DONE']);
  });

  it('goes on when a cell finds its floor held', async () => {
    const held = await server.ask<{ breakIt: { bursts: { id: string }[] } }>(HOLD);
    const engines = ['dsql', 'dynamodb'];
    const run = await ran({ engines, strategies: ['NAIVE'], scenarios: ['ONE_SEAT'], buyers: 2 });
    expect(run).toMatchObject({
      state: 'SETTLED',
      cells: [{ state: 'FAILED' }, { state: 'DONE' }],
    });
    expect(run.cells[0]?.reason).toMatch(/is busy with a burst/);
    const { id } = held.breakIt.bursts[0] ?? {};
    const state = 'query ($id: ID!) { burst(id: $id) { state } }';
    await waitFor(async () => {
      const { burst } = await server.ask<{ burst: { state: string } }>(state, { id });
      return burst.state === 'SETTLED';
    });
  });

  it('is found by the next server; one that was going on is FAILED then', async () => {
    const kept = (await server.ask<RunsAnswer>(LAB_RUNS)).labRuns;
    const before = await readRun(kept.edges[0]?.node.id ?? '');
    const begun = await ran({ buyers: 60, engines: ['dsql', 'dynamodb'], wait: false });
    await waitFor(async () => (await readRun(begun.id))?.cells.some((it) => it.state === 'DONE'));
    await server.close();
    server = await openTestServer(later, { dataDir });
    const { labRuns } = await server.ask<RunsAnswer>(LAB_RUNS);
    const note = 'The server stopped during this run.';
    expect(labRuns.totalCount).toBe(kept.totalCount + 1);
    expect(labRuns.edges[0]).toEqual({ node: { id: begun.id, state: 'FAILED', note } });
    expect(labRuns.edges.slice(1)).toEqual(kept.edges.slice(0, 4));
    const stopped = await readRun(begun.id);
    expect(stopped?.cells[0]).toMatchObject({ state: 'DONE', burst: { labId: begun.id } });
    expect(stopped?.cells.at(-1)).toMatchObject({ state: 'FAILED' });
    expect(await readRun(before?.id ?? '')).toEqual(before);
  });
});
