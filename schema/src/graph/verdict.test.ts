// What callers get to see of a verdict: its causes, its evidence, and its seats page by page.
import { describe, expect, it } from 'vitest';
import type { Sale } from '../domain/index.ts';
import type { VerdictView } from '../services.ts';
import { ask, errorOf } from './testing.ts';

const saleTo = (buyer: string): Sale => ({
  id: `order-${buyer}`,
  seatId: 'A1',
  round: 4,
  buyer,
  region: 'us-east-1',
  attempts: 1,
  soldAtMs: 1_700_000_000_000,
});

const verdict: VerdictView = {
  result: 'VIOLATED',
  reasons: ['Seat A1 was sold twice.'],
  sales: 4,
  seatsSold: 2,
  doubleSells: 2,
  causes: {
    SAME_REGION_RACE: 0,
    CROSS_REGION_STALENESS: 2,
    STALE_READ: 0,
    DUPLICATE_ORDER: 0,
    LOST_ANSWER: 0,
    UNKNOWN: 0,
  },
  overLimit: 0,
  wrongRejections: 0,
  hiddenSales: 2,
  unreadRegions: [],
  breaches: ['A1', 'A2'].map((seatId) => ({
    rule: 'W1',
    seatId,
    round: 4,
    orderIds: ['order-Ana'],
    entries: [
      {
        kind: 'ANSWER',
        orderId: 'order-Ana',
        seatId,
        round: 4,
        buyer: 'Ana',
        region: 'us-east-1',
        outcome: 'CONFIRMED',
        read: 'AVAILABLE',
        callNs: 1_500_000,
        returnNs: null,
      },
    ],
    cause: 'CROSS_REGION_STALENESS',
    words: `Seat ${seatId} was sold twice.`,
  })),
  oversold: ['A1', 'A2'].map((seatId) => ({
    seatId,
    round: 4,
    confirmed: 2,
    doubleSells: 1,
    result: 'VIOLATED',
    holders: [saleTo('Ana'), saleTo('Bo')],
  })),
  focus: null,
  readAtMs: 1_700_000_000_000,
};

describe('a verdict', () => {
  const answers = { witness: () => Promise.resolve(verdict) };

  it('pages through its oversold seats by cursor', async () => {
    const page = (range: string): string => `{ witness(engine: "dsql") { readAt
      oversoldSeats(${range}) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { seat holders { orderId buyer soldAt } } } } } }`;
    const [first, second] = [
      await ask(page('first: 1'), answers),
      await ask(page('first: 1, after: "A1"'), answers),
    ];
    const pageWith = (seat: string, hasNextPage: boolean): unknown => ({
      data: {
        witness: {
          readAt: '2023-11-14T22:13:20.000Z',
          oversoldSeats: {
            totalCount: 2,
            pageInfo: { hasNextPage, endCursor: seat },
            edges: [
              {
                node: {
                  seat,
                  holders: ['Ana', 'Bo'].map((buyer) => ({
                    orderId: `order-${buyer}`,
                    buyer,
                    soldAt: '2023-11-14T22:13:20.000Z',
                  })),
                },
              },
            ],
          },
        },
      },
    });
    expect([first, second]).toEqual([pageWith('A1', true), pageWith('A2', false)]);
    expect(await ask(page('after: "B7"'), answers)).toMatchObject({
      errors: [errorOf(['witness', 'oversoldSeats'], '"after" is not a cursor of this list.')],
    });
  });

  it('names its causes, without those that explain nothing', async () => {
    const query = '{ witness(engine: "dsql") { doubleSells causes { cause sales } } }';
    expect(await ask(query, answers)).toEqual({
      data: {
        witness: { doubleSells: 2, causes: [{ cause: 'CROSS_REGION_STALENESS', sales: 2 }] },
      },
    });
  });

  it('gives the evidence of each breach, page by page', async () => {
    const page = (range: string): string => `{ witness(engine: "dsql") { breaches(${range}) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { rule seat cause words orderIds
        entries { kind buyer outcome read callMs returnMs } } } } } }`;
    const entry = {
      kind: 'ANSWER',
      buyer: 'Ana',
      outcome: 'CONFIRMED',
      read: 'AVAILABLE',
      callMs: 1.5,
      returnMs: null,
    };
    const breach = (seat: string): unknown => ({
      rule: 'W1',
      seat,
      cause: 'CROSS_REGION_STALENESS',
      words: `Seat ${seat} was sold twice.`,
      orderIds: ['order-Ana'],
      entries: [entry],
    });
    const pageWith = (seat: string, hasNextPage: boolean, endCursor: string): unknown => ({
      data: {
        witness: {
          breaches: {
            totalCount: 2,
            pageInfo: { hasNextPage, endCursor },
            edges: [{ node: breach(seat) }],
          },
        },
      },
    });
    expect(await ask(page('first: 1'), answers)).toEqual(pageWith('A1', true, '0'));
    expect(await ask(page('first: 1, after: "0"'), answers)).toEqual(pageWith('A2', false, '1'));
  });
});
