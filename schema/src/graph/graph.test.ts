// The graph over an in-memory Services port: what it asks of the port, and what callers get to see.
import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { packSeat, type Sale, venueOf, type Venue } from '../domain/index.ts';
import { BadRequest, type Services } from '../services.ts';
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
});

describe('a seat', () => {
  it('says who else holds it, than a buyer or an order', async () => {
    const tickets = [saleTo('Ana'), saleTo('Bo'), saleTo('Cy')];
    const seat = { id: 'A1', status: 'OVERSOLD', owner: 'Cy', round: 4, tickets } as const;
    const query = `{ seat(engine: "dsql", id: "A1") {
      name: otherHolders(than: "Bo") { buyer } order: otherHolders(than: "order-Cy") { buyer } } }`;
    expect(await ask(query, { seat: () => Promise.resolve(seat) })).toEqual({
      data: {
        seat: {
          name: [{ buyer: 'Ana' }, { buyer: 'Cy' }],
          order: [{ buyer: 'Ana' }, { buyer: 'Bo' }],
        },
      },
    });
  });
});

describe('engines', () => {
  it('are those on stage; one that is not can still be asked for', async () => {
    const [stage] = serving({}).engines();
    if (stage === undefined) throw new Error('no engine');
    const lab = { ...stage, id: 'postgres', onStage: false };
    const answers: Partial<Services> = {
      engines: () => [stage, lab],
      engine: (id) => (id === 'postgres' ? lab : null),
    };
    const query = '{ engines { id onStage strategies } engine(id: "postgres") { id onStage } }';
    expect(await ask(query, answers)).toEqual({
      data: {
        engines: [{ id: 'dsql', onStage: true, strategies: ['NAIVE', 'CONDITIONAL'] }],
        engine: { id: 'postgres', onStage: false },
      },
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
