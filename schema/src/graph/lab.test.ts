// The lab over an in-memory port: a run as it comes, found again, listed and followed.
import { parse, subscribe } from 'graphql';
import { describe, expect, it } from 'vitest';
import { STRATEGIES } from '../domain/index.ts';
import type { LabCellView, LabView } from '../services.ts';
import { schema } from './index.ts';
import { ask, plain, serving } from './testing.ts';

const cell = (changes: Partial<LabCellView> = {}): LabCellView => ({
  engineId: 'postgres',
  strategy: 'NAIVE',
  scenario: 'ONE_SEAT',
  state: 'WAITING',
  reason: null,
  burstId: null,
  figures: null,
  ...changes,
});

const figures = {
  result: 'VIOLATED',
  reasons: ['Seat A1 was sold twice.'],
  sales: 2,
  doubleSells: 1,
  predictedDoubleSells: 1.5,
  overLimit: 0,
  abortsPerSale: null,
  p50Ms: 1.5,
  p99Ms: null,
  ordersPerSecond: 900.5,
} as const;

const cells = [
  cell({ state: 'DONE', burstId: 'b1', figures }),
  cell({ strategy: 'FOR_UPDATE', state: 'SKIPPED', reason: 'no locks' }),
];

const lab: LabView = {
  id: 'lab-1',
  startedAtMs: 0,
  state: 'RUNNING',
  seed: 7,
  buyers: 60,
  cells,
  note: null,
};

const fields = `id startedAt state seed buyers note cells { engineId strategy scenario state reason
  burstId figures { result reasons sales doubleSells predictedDoubleSells overLimit abortsPerSale
    p50Ms p99Ms ordersPerSecond } }`;
const { startedAtMs, ...rest } = lab;
const shown = { ...rest, startedAt: new Date(startedAtMs).toISOString() };

describe('the lab', () => {
  it('lists the engines that it can open, with their strategies', async () => {
    const engine = {
      id: 'postgres',
      name: 'PostgreSQL',
      consistency: 'READ COMMITTED',
      strategies: STRATEGIES,
    };
    const query = '{ labEngines { id name consistency strategies } }';
    expect(await ask(query, { labEngines: () => [engine] })).toEqual({
      data: { labEngines: [{ ...engine, strategies: [...STRATEGIES] }] },
    });
  });

  it('answers a mutation with the run, or with why there is none', async () => {
    const query = `mutation { lab(input: { wait: false }) {
      __typename ... on LabRun { lab { ${fields} } } ... on OverloadedError { retryAfterMs } } }`;
    const run = { lab: () => Promise.resolve({ __typename: 'LabRun', lab } as const) };
    expect(await ask(query, run)).toEqual({ data: { lab: { __typename: 'LabRun', lab: shown } } });
    const busy = { __typename: 'OverloadedError', message: 'busy', retryAfterMs: 9 } as const;
    expect(await ask(query, { lab: () => Promise.resolve(busy) })).toEqual({
      data: { lab: { __typename: 'OverloadedError', retryAfterMs: 9 } },
    });
  });

  it('finds a run again, lists runs by page, and cuts its cells where asked', async () => {
    const asked: unknown[] = [];
    const query = `{ labRun(id: "lab-1") { ${fields} } none: labRun(id: "x") { id }
      labRuns(first: 3, after: "z") { totalCount edges { node { cells(first: 1) { state } } } } }`;
    const answers = {
      labRun: (id: string) => (id === lab.id ? lab : null),
      labRuns: (page: unknown) => {
        asked.push(page);
        return { items: [{ cursor: 'c', node: lab }], hasNextPage: false, totalCount: 1 };
      },
    };
    expect(await ask(query, answers)).toEqual({
      data: {
        labRun: shown,
        none: null,
        labRuns: { totalCount: 1, edges: [{ node: { cells: [{ state: 'DONE' }] } }] },
      },
    });
    expect(asked).toEqual([{ first: 3, after: 'z' }]);
  });

  it.each([-1, 121])('refuses %i cells with the range, as every list does', async (first) => {
    const query = `{ labRun(id: "lab-1") { cells(first: ${first}) { state } } }`;
    expect(await ask(query, { labRun: () => lab })).toMatchObject({
      errors: [{ message: `"first" must be from 0 to 120, not ${first}.` }],
    });
  });

  it('tells the run as it goes on', async () => {
    async function* runs() {
      yield await Promise.resolve(lab);
      yield { ...lab, state: 'SETTLED' as const };
    }
    const stream = await subscribe({
      schema,
      document: parse('subscription { labProgress { id state } }'),
      contextValue: { services: serving({ watchLab: () => runs() }) },
    });
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream));
    const seen: unknown[] = [];
    for await (const event of stream) seen.push(plain(event));
    expect(seen).toEqual(
      ['RUNNING', 'SETTLED'].map((state) => ({ data: { labProgress: { id: 'lab-1', state } } })),
    );
  });
});
