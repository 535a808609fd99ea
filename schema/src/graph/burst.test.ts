// What can be asked of a burst: everything comes from its file, which is read once an operation.
import { describe, expect, it } from 'vitest';
import { soldTwice } from '../history/questions/testing.ts';
import type { BurstView, Services } from '../services.ts';
import { ask, errorOf } from './testing.ts';

const file = soldTwice();

const burst: BurstView = {
  id: 'burst-1',
  engineId: 'dynamodb',
  seatId: 'A1',
  round: 3,
  state: 'SETTLED',
  seed: 7,
  strategy: 'NAIVE',
  scenario: 'ONE_SEAT',
  buyers: 3,
  resolved: 3,
  startedAtMs: 0,
  latencyCounts: null,
  scoreboard: {
    told: 2,
    confirmed: 2,
    tableShows: 1,
    oversold: 1,
    rejected: 1,
    indeterminate: 0,
    failed: 0,
    maxRetries: 0,
    elapsedMs: 16,
    p50Ms: 14,
    p95Ms: 16,
    p99Ms: 16,
    maxMs: 16,
  },
  reconciled: true,
  sha256: 'ab'.repeat(32),
  labId: null,
  note: null,
};

/** Serves the burst and its file; `reads` counts how often the file was read. */
function withFile(changes: Partial<Services> = {}) {
  const reads: string[] = [];
  const answers: Partial<Services> = {
    burst: (id) => (id.startsWith('burst-') ? { ...burst, id } : null),
    burstHistory: (id) => {
      reads.push(id);
      return Promise.resolve(id === 'burst-3' ? null : file);
    },
    labEngines: () => [],
    ...changes,
  };
  return { reads, ask: (query: string) => ask(query, answers) };
}

describe('a burst', () => {
  it('answers every question from one reading of its file', async () => {
    const { reads, ask } = withFile();
    const query = `{ burst(id: "burst-1") {
      scenario sha256 labId
      verdict { result readAt sales doubleSells causes { cause sales } focus { confirmed } }
      holders { totalCount edges { node { buyer } } }
      others: holders(except: "Ana") { edges { node { buyer } } }
      wrongRejections { totalCount }
      firstKnown { seat firstSale { buyer } regions { region afterMs outcome } }
      fairness { firstInLine medianRank regions { region winners }
        winners(first: 1) { totalCount edges { node { rank of sale { buyer } } } } }
      attempts { attempts orders } presses { presses orders } conflicts { code }
      latencies { region outcome count p50Ms } } }`;
    const people = (...buyers: string[]): unknown => buyers.map((buyer) => ({ node: { buyer } }));
    expect(await ask(query)).toEqual({
      data: {
        burst: {
          scenario: 'ONE_SEAT',
          sha256: burst.sha256,
          labId: null,
          verdict: {
            result: 'VIOLATED',
            readAt: '2026-11-25T18:03:00.016Z',
            sales: 2,
            doubleSells: 1,
            causes: [{ cause: 'CROSS_REGION_STALENESS', sales: 1 }],
            focus: { confirmed: 2 },
          },
          holders: { totalCount: 2, edges: people('Ana', 'Bo') },
          others: { edges: people('Bo') },
          wrongRejections: { totalCount: 0 },
          firstKnown: {
            seat: 'A1',
            firstSale: { buyer: 'Ana' },
            regions: [
              { region: 'us-east-1', afterMs: 0, outcome: 'CONFIRMED' },
              { region: 'us-east-2', afterMs: 3, outcome: 'CONFIRMED' },
            ],
          },
          fairness: {
            firstInLine: 1,
            medianRank: 1,
            regions: [
              { region: 'us-east-1', winners: 1 },
              { region: 'us-east-2', winners: 1 },
            ],
            winners: {
              totalCount: 2,
              edges: [{ node: { rank: 1, of: 3, sale: { buyer: 'Ana' } } }],
            },
          },
          attempts: [{ attempts: 1, orders: 3 }],
          presses: [{ presses: 1, orders: 3 }],
          conflicts: [],
          latencies: [
            { region: 'us-east-1', outcome: 'CONFIRMED', count: 1, p50Ms: 10 },
            { region: 'us-east-2', outcome: 'CONFIRMED', count: 1, p50Ms: 14 },
            { region: 'us-east-2', outcome: 'REJECTED', count: 1, p50Ms: 16 },
          ],
        },
      },
    });
    expect(reads).toEqual(['burst-1']);
  });

  it('without a file answers null, and has nothing to fetch', async () => {
    const { ask } = withFile({ burst: (id) => ({ ...burst, id, sha256: null }) });
    const query = `{ burst(id: "burst-3") { verdict { result } fairness { firstInLine }
      attempts { orders } firstKnown { seat } files { href } } }`;
    expect(await ask(query)).toEqual({
      data: {
        burst: { verdict: null, fairness: null, attempts: null, firstKnown: null, files: [] },
      },
    });
  });

  it('names its files, and refuses a seat that it did not sell', async () => {
    const { ask } = withFile();
    expect(await ask('{ burst(id: "burst-1") { files { format href } } }')).toEqual({
      data: {
        burst: {
          files: ['ndjson', 'edn', 'elle.json', 'ops.jsonl'].map((format) => ({
            format,
            href: `/bursts/burst-1.${format}`,
          })),
        },
      },
    });
    expect(await ask('{ burst(id: "burst-1") { firstKnown(seat: "Z9") { seat } } }')).toMatchObject(
      {
        errors: [
          errorOf(['burst', 'firstKnown'], 'The burst had no seat "Z9" on sale.', {
            code: 'BAD_USER_INPUT',
            field: 'seat',
          }),
        ],
      },
    );
  });

  it('names an engine that is not open now as it was recorded, with nothing on sale', async () => {
    const query = `{ burst(id: "burst-1") { seat { id } engine { id name deployment regions ready
      onStage strategies floor { seatCount sold sections { id } } } } }`;
    const engine = {
      id: 'dynamodb',
      name: 'DynamoDB Global Tables',
      deployment: 'EMBEDDED',
      regions: ['us-east-1', 'us-east-2'],
      ready: false,
      onStage: false,
      strategies: [],
      floor: { seatCount: 0, sold: 0, sections: [] },
    };
    expect(await withFile().ask(query)).toEqual({ data: { burst: { seat: null, engine } } });
  });

  it('says who was told what and how the purchase went', async () => {
    const [answer] = file.answers;
    if (answer === undefined) throw new Error('no answer');
    const page = { items: [{ cursor: 'c', node: answer }], hasNextPage: false, totalCount: 1 };
    const query = `{ burst(id: "burst-1") { answers { edges { node { rejectionReason readOrderId
      presses lost callMs returnMs trace { startMs readMs writeMs endMs conflict } } } } } }`;
    const { ask } = withFile({ burstAnswers: () => Promise.resolve(page) });
    const node = {
      rejectionReason: null,
      readOrderId: null,
      presses: 1,
      lost: false,
      callMs: 0,
      returnMs: 10,
      trace: [{ startMs: 0, readMs: 1, writeMs: 2, endMs: 9, conflict: null }],
    };
    expect(await ask(query)).toEqual({ data: { burst: { answers: { edges: [{ node }] } } } });
  });
});

describe('two bursts', () => {
  const fields = 'samePlan a { id } b { id } figures { figure a b difference ratio }';
  const sales = { figure: 'sales', a: 2, b: 2, difference: 0, ratio: 1 };

  it('are compared by id, and in the answer of the mutation that fired them', async () => {
    const fired = { __typename: 'BreakIt', bursts: [burst, { ...burst, id: 'burst-2' }] } as const;
    const { ask } = withFile({ breakIt: () => Promise.resolve(fired) });
    const comparison = {
      samePlan: true,
      a: { id: 'burst-1' },
      b: { id: 'burst-2' },
      figures: expect.arrayContaining([sales]) as unknown,
    };
    expect(await ask(`{ compareBursts(a: "burst-1", b: "burst-2") { ${fields} } }`)).toEqual({
      data: { compareBursts: comparison },
    });
    const mutation = `mutation { breakIt(input: {}) { ... on BreakIt { comparison { ${fields} } } } }`;
    expect(await ask(mutation)).toEqual({ data: { breakIt: { comparison } } });
  });

  it.each([
    ['x', 'There is no burst "x".'],
    ['burst-3', 'Burst "burst-3" is SETTLED and has no file to compare.'],
  ])('of which one is %s are not: %s', async (id, message) => {
    const query = `{ compareBursts(a: "burst-1", b: "${id}") { samePlan } }`;
    expect(await withFile().ask(query)).toEqual({
      data: { compareBursts: null },
      errors: [errorOf(['compareBursts'], message, { code: 'BAD_USER_INPUT', field: 'b' })],
    });
  });
});
