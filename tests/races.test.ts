// Single purchases, bursts and resets at the same time: whatever the order of things, nobody's
// ticket falls out of the evidence, and nobody is accused of what did not happen.
import { beforeAll, describe, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import {
  BREAK_IT,
  BURST_VERDICT,
  PURCHASE,
  RESET,
  WITNESS,
  type BreakItAnswer,
  type BurstVerdictAnswer,
  type PurchaseAnswer,
  type VerdictAnswer,
} from './support/operations.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later);
});

const purchase = async (input: Record<string, unknown>) =>
  (await server.ask<PurchaseAnswer>(PURCHASE, { input })).purchase;

const witness = async (engine: string) =>
  (await server.ask<VerdictAnswer>(WITNESS, { engine })).witness;

/** Buyers who press again and again until told to stop; resolves with every type of answer. */
function keepBuying(engine: string, seats: readonly string[]) {
  const seen = new Set<string>();
  let stopped = false;
  const buy = async (seat: string, lane: number) => {
    for (let turn = 0; !stopped; turn += 1) {
      const region = lane % 2 === 0 ? 'us-east-1' : 'us-east-2';
      const answer = await purchase({ engine, seat, region, buyer: `Buyer ${lane}.${turn}` });
      seen.add(answer.outcome ?? answer.__typename);
    }
  };
  const buying = Promise.all(seats.map(buy));
  return async () => {
    stopped = true;
    await buying;
    return [...seen].sort();
  };
}

async function floorTickets(engine: string): Promise<number> {
  const query = 'query ($engine: ID!) { engine(id: $engine) { floor { tickets } } }';
  const data = await server.ask<{ engine: { floor: { tickets: number } } }>(query, { engine });
  return data.engine.floor.tickets;
}

describe.each(['dsql', 'dynamodb'])('purchases while rounds are opened on %s', (engine) => {
  it('are in one round or the other, never between: the whole floor', async () => {
    const stop = keepBuying(engine, ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']);
    for (let turn = 0; turn < 3; turn += 1) await server.ask(RESET, { engines: [engine] });
    const seen = await stop();
    expect(seen.filter((answer) => !EXPECTED.includes(answer))).toEqual([]);
    const { sales, reasons } = await waitFor(async () => {
      const verdict = await witness(engine);
      return verdict.result === 'UNPROVEN' && verdict.sales > 0 ? null : verdict;
    });
    expect(
      reasons.filter((reason) => !/ was sold /.test(reason) && !/Nothing/.test(reason)),
    ).toEqual([]);
    await waitFor(async () => (await floorTickets(engine)) === sales);
  });

  it('are in one round or the other, never between: one seat', async () => {
    const stop = keepBuying(engine, ['B1', 'B1', 'B1', 'B1']);
    const bursts: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const variables = { engines: [engine], seat: 'B1', buyers: 24 };
      const { breakIt } = await server.ask<BreakItAnswer>(BREAK_IT, variables);
      expect(breakIt).toMatchObject({ bursts: [{ state: 'SETTLED', reconciled: true }] });
      bursts.push(...(breakIt.bursts ?? []).map(({ id }) => id));
    }
    expect((await stop()).filter((answer) => !EXPECTED.includes(answer))).toEqual([]);
    const verdict = await waitFor(async () => {
      const found = await witness(engine);
      return found.result === 'UNPROVEN' ? null : found;
    });
    expect(verdict.reasons.filter((reason) => !/ was sold /.test(reason))).toEqual([]);
    if (engine === 'dsql') expect(verdict.result).toBe('LINEARIZABLE');
    // Visitors came in between; the files of the bursts know of them, and accuse nobody of it.
    for (const id of bursts) {
      const { burst } = await server.ask<BurstVerdictAnswer>(BURST_VERDICT, { id });
      const { result, reasons } = burst.verdict ?? { result: 'no file', reasons: [] };
      expect(
        reasons.filter((reason) => !/ was sold |^Other buyers came or went/.test(reason)),
      ).toEqual([]);
      if (engine === 'dsql') expect(['LINEARIZABLE', 'UNPROVEN']).toContain(result);
    }
  });
});

const EXPECTED = ['CONFIRMED', 'REJECTED', 'OverloadedError'];

describe('one order id', () => {
  it('for two seats at the same moment buys one of them, and the other is refused', async () => {
    const orderId = 'two-seats';
    const answers = await Promise.all([
      purchase({ engine: 'dsql', seat: 'D1', buyer: 'Ana', orderId }),
      purchase({ engine: 'dsql', seat: 'D2', buyer: 'Bo', orderId }),
    ]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual([
      'InvalidInputError',
      'Purchase',
    ]);
  });
});

describe('a reset and a burst at the same time', () => {
  it('exclude each other on every engine', async () => {
    const answers = await Promise.all([
      server.ask<BreakItAnswer>(BREAK_IT, { seat: 'E1', buyers: 200 }),
      server.ask<BreakItAnswer>(BREAK_IT, { engines: ['dsql'], seat: 'E1', buyers: 8 }),
      server.ask<{ resetFloor: { __typename: string } }>(RESET, { engines: ['dynamodb'] }),
    ]);
    expect(JSON.stringify(answers).match(/OverloadedError/g)).toHaveLength(2);
  });
});
