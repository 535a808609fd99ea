// The graph over an in-memory Services port: what it asks of the port, and what callers get to see.
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packSeat, type Sale, venueOf, type Venue } from '../domain/index.ts';
import { BadRequest, type Services, type VerdictView } from '../services.ts';
import { schema } from './index.ts';
import { ask, errorOf, serving } from './testing.ts';

const hall: Venue =
  venueOf('hall') ??
  ((): never => {
    throw new Error('there is no hall');
  })();

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
  hiddenSales: 2,
  breaches: [],
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

describe('queries', () => {
  it('give the engine, its floor and its geometry', async () => {
    const floor = {
      venue: hall,
      round: 4,
      revision: 7,
      sold: 1,
      tickets: 2,
      oversold: 1,
      packed: [packSeat(0, 2)],
    };
    const query = `{ engine(id: "dsql") { id deployment regions ready
      floor { venue { id seatCount } seatCount round packed pitch sections { seatIds rows } } } }`;
    const answers: Partial<Services> = {
      engineReady: () => Promise.resolve(true),
      floor: () => floor,
    };
    expect(await ask(query, answers)).toEqual({
      data: {
        engine: {
          id: 'dsql',
          deployment: 'EMBEDDED',
          regions: ['us-east-1', 'us-east-2'],
          ready: true,
          floor: {
            venue: { id: 'hall', seatCount: 96 },
            seatCount: 96,
            round: 4,
            packed: [34],
            pitch: hall.pitch,
            sections: hall.sections.map(({ seatIds, rows }) => ({ seatIds, rows })),
          },
        },
      },
    });
  });

  it('answer null for an engine or a seat that there is not', async () => {
    const query = '{ engine(id: "x") { id } seat(engine: "x", id: "Z9") { id } }';
    const answers = { seat: () => Promise.resolve(null) };
    expect(await ask(query, answers)).toEqual({ data: { engine: null, seat: null } });
  });

  it('page through the oversold seats by cursor', async () => {
    const page = (range: string): string => `{ witness(engine: "dsql") { readAt
      oversoldSeats(${range}) { totalCount pageInfo { hasNextPage endCursor }
        edges { node { seat holders { orderId buyer soldAt } } } } } }`;
    const answers = { witness: () => Promise.resolve(verdict) };
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
});

describe('bad questions', () => {
  it.each(['witness', 'ledger', 'bursts'])('%s names the engines that exist', async (field) => {
    const node = field === 'witness' ? 'result' : 'pageInfo { endCursor }';
    expect(await ask(`{ ${field}(engine: "dynamo") { ${node} } }`)).toEqual({
      data: null,
      errors: [
        errorOf([field], 'There is no engine "dynamo"; the engines are dsql.', {
          code: 'BAD_USER_INPUT',
          field: 'engine',
        }),
      ],
    });
  });

  it.each([-1, 501])('a page of %i entries is refused with the range', async (first) => {
    expect(await ask(`{ ledger(engine: "dsql", first: ${first}) { totalCount } }`)).toEqual({
      data: null,
      errors: [
        errorOf(['ledger'], `"first" must be from 0 to 500, not ${first}.`, {
          code: 'BAD_USER_INPUT',
          field: 'first',
        }),
      ],
    });
  });

  it('errors of the port: its own get a code, others pass as they are', async () => {
    const failing = (error: Error): Partial<Services> => ({ witness: () => Promise.reject(error) });
    const query = '{ witness(engine: "dsql", seat: "Z9") { result } }';
    expect(await ask(query, failing(new BadRequest('no seat Z9', 'seat')))).toMatchObject({
      errors: [{ message: 'no seat Z9', extensions: { code: 'BAD_USER_INPUT', field: 'seat' } }],
    });
    const fault = new TypeError('a fault of ours');
    const contextValue = { services: serving(failing(fault)) };
    const result = await execute({ schema, document: parse(query), contextValue });
    expect(result.errors?.map((error) => error.originalError)).toEqual([fault]);
  });
});

describe('mutations', () => {
  it('pass their input to the port as it is, with the defaults of the contract', async () => {
    const asked: unknown[] = [];
    const refusal = { __typename: 'InvalidInputError', message: 'no', field: 'buyer' } as const;
    const refuse = (request: unknown): Promise<typeof refusal> => {
      asked.push(request);
      return Promise.resolve(refusal);
    };
    const query = `mutation {
      purchase(input: { engine: "e", seat: "", buyer: " " }) { ...why }
      breakIt(input: { buyers: null }) { ...why }
      resetFloor(input: { engines: [], venue: "hall" }) { ...why } }
      fragment why on InvalidInputError { __typename message field }`;
    expect(await ask(query, { purchase: refuse, breakIt: refuse, resetFloor: refuse })).toEqual({
      data: { purchase: refusal, breakIt: refusal, resetFloor: refusal },
    });
    expect(asked).toEqual([
      { engine: 'e', seat: '', buyer: ' ', region: null, orderId: null, strategy: 'NAIVE' },
      { engines: null, seat: null, buyers: 60, seed: null, wait: true, strategy: 'NAIVE' },
      { engines: [], venue: 'hall' },
    ]);
  });

  it('answer with the type that the port says', async () => {
    const query = `mutation { breakIt(input: {}) { __typename ... on OverloadedError { retryAfterMs } }
      resetFloor(input: {}) { ... on ResetFloor { engines { id } } } }`;
    const answers: Partial<Services> = {
      breakIt: () =>
        Promise.resolve({ __typename: 'OverloadedError', message: 'busy', retryAfterMs: 250 }),
      resetFloor: () => Promise.resolve({ __typename: 'ResetFloor', engineIds: ['dsql'] }),
    };
    expect(await ask(query, answers)).toEqual({
      data: {
        breakIt: { __typename: 'OverloadedError', retryAfterMs: 250 },
        resetFloor: { engines: [{ id: 'dsql' }] },
      },
    });
  });
});
