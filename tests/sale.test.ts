// The sale as its users meet it: over HTTP and WebSocket, on both engines, with real databases.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../schema/src/history/index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import {
  BREAK_IT,
  BURST_VERDICT,
  LEDGER,
  PURCHASE,
  RESET,
  WATCH_BURST,
  WATCH_SEATS,
  WATCH_VERDICT,
  WITNESS,
  type BreakItAnswer,
  type Burst,
  type BurstVerdictAnswer,
  type PurchaseAnswer,
  type VerdictAnswer,
} from './support/operations.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { subscribe } from './support/subscribe.ts';
import { foldSeats } from './support/open-seats.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later);
});

async function breakIt(variables: Record<string, unknown>): Promise<Record<string, Burst>> {
  const { breakIt: answer } = await server.ask<BreakItAnswer>(BREAK_IT, variables);
  expect(answer.message).toBeUndefined();
  return Object.fromEntries((answer.bursts ?? []).map((burst) => [burst.engine.id, burst]));
}

async function witness(engine: string, seat?: string): Promise<VerdictAnswer['witness']> {
  return (await server.ask<VerdictAnswer>(WITNESS, { engine, seat })).witness;
}

async function purchase(input: Record<string, unknown>): Promise<PurchaseAnswer['purchase']> {
  return (await server.ask<PurchaseAnswer>(PURCHASE, { input })).purchase;
}

describe('Break it at one seat', () => {
  it('sells it once on dsql and many times on dynamodb, and the Witness says which', async () => {
    const { dsql, dynamodb } = await breakIt({ seat: 'A1', buyers: 60, seed: 1 });
    expect(dsql).toMatchObject({
      state: 'SETTLED',
      reconciled: true,
      resolved: 60,
      scoreboard: { told: 1, confirmed: 1, tableShows: 1, oversold: 0, rejected: 59, failed: 0 },
    });
    expect(dynamodb).toMatchObject({ state: 'SETTLED', reconciled: true, resolved: 60 });
    const { confirmed = 0, told, tableShows, oversold, failed } = dynamodb?.scoreboard ?? {};
    expect(confirmed).toBeGreaterThan(1);
    expect([told, tableShows, oversold, failed]).toEqual([confirmed, 1, confirmed - 1, 0]);

    expect(await witness('dsql', 'A1')).toEqual({
      result: 'LINEARIZABLE',
      reasons: [],
      sales: 1,
      doubleSells: 0,
      hiddenSales: 0,
      focus: { confirmed: 1, round: 2 },
    });
    const broken = await witness('dynamodb', 'A1');
    expect(broken).toMatchObject({
      result: 'VIOLATED',
      sales: confirmed,
      doubleSells: confirmed - 1,
      hiddenSales: confirmed - 1,
    });
    expect(broken.reasons[0]).toMatch(/^A1 was sold \d+ times in round 2: .+ hold it; /);
  });

  it('raises the round of the seat, and the ledger keeps the earlier one', async () => {
    const before = await witness('dsql', 'A2');
    await breakIt({ engines: ['dsql'], seat: 'A2', buyers: 8 });
    const { dsql } = await breakIt({ engines: ['dsql'], seat: 'A2', buyers: 8 });
    expect(dsql?.round).toBe((before.focus?.round ?? 0) + 2);
    const earlier = { engine: 'dsql', seat: 'A2', round: (dsql?.round ?? 0) - 1 };
    expect(await server.ask(LEDGER, earlier)).toMatchObject({ ledger: { totalCount: 1 } });
  });

  it('is refused while a burst runs, and nothing is started', async () => {
    const running = breakIt({ engines: ['dsql'], seat: 'A3', buyers: 500 });
    const second = await server.ask<BreakItAnswer>(BREAK_IT, { seat: 'A3', buyers: 8 });
    expect(second.breakIt.__typename).toBe('OverloadedError');
    expect(await running).toMatchObject({ dsql: { state: 'SETTLED' } });
  });
});

describe('Break it over the whole floor', () => {
  it('settles on both engines, reconciled with the Witness, seat by seat', async () => {
    const seats = subscribe(server.url, WATCH_SEATS, { engine: 'dynamodb' });
    later(seats.stop);
    await seats.next();
    const { dsql, dynamodb } = await breakIt({ buyers: 600, seed: 5 });
    expect(dsql).toMatchObject({ reconciled: true, scoreboard: { oversold: 0, failed: 0 } });
    expect(dynamodb).toMatchObject({ reconciled: true, scoreboard: { failed: 0 } });
    const found = await witness('dynamodb');
    expect(found).toMatchObject({
      sales: dynamodb?.scoreboard.confirmed,
      doubleSells: dynamodb?.scoreboard.oversold,
    });
    expect(dynamodb?.scoreboard.tableShows).toBe(found.sales - found.doubleSells);

    // The floor as the subscription painted it is the floor as the ledger has it.
    const present = subscribe(server.url, WATCH_SEATS, { engine: 'dynamodb' });
    later(present.stop);
    const truth = (await present.next())?.data?.['seatStatus'] as { packed: number[] };
    const wanted = foldSeats([truth]);
    for (;;) {
      const seen = seats.events.map(({ data }) => data?.['seatStatus'] as { packed: number[] });
      const painted = foldSeats(seen.slice(1));
      if ([...wanted].every(([seat, holders]) => painted.get(seat) === holders)) break;
      expect(await seats.next()).not.toBeNull();
    }
  });
});

describe('Break it by another scenario', () => {
  it('sells a fan more than the rule allows on dsql, and not with the counter row', async () => {
    const fans = { engines: ['dsql'], scenario: 'FAN_LIMIT', buyers: 60, seed: 7 };
    const naive = await breakIt(fans);
    const counted = await breakIt({ ...fans, strategy: 'COUNTER_ROW' });
    const verdict = async (id = '') => {
      const { burst } = await server.ask<BurstVerdictAnswer>(BURST_VERDICT, { id });
      return burst.verdict;
    };
    const broken = await verdict(naive['dsql']?.id);
    expect(broken).toMatchObject({ result: 'VIOLATED', doubleSells: 0 });
    expect(broken?.overLimit).toBeGreaterThan(0);
    expect(await verdict(counted['dsql']?.id)).toEqual({
      result: 'LINEARIZABLE',
      reasons: [],
      sales: 24,
      doubleSells: 0,
      overLimit: 0,
    });
  });
});

describe('the file of a burst', () => {
  it('is served as it was written, and its hash is the one that the API says', async () => {
    const { dsql } = await breakIt({ engines: ['dsql'], seat: 'A4', buyers: 24 });
    const id = dsql?.id ?? '';
    const { burst } = await server.ask<BurstVerdictAnswer>(BURST_VERDICT, { id });
    const response = await fetch(`${server.url}/bursts/${id}.ndjson`);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toBe(await readFile(join(server.dataDir, 'bursts', `${id}.ndjson`), 'utf8'));
    expect(sha256Of(text)).toBe(burst.sha256);
  });
});

describe('subscriptions', () => {
  it('start with the present, follow a burst, and end with the settled one', async () => {
    const progress = subscribe(server.url, WATCH_BURST, { engine: 'dsql' });
    const verdicts = subscribe(server.url, WATCH_VERDICT, { engine: 'dsql', seat: 'B1' });
    later(progress.stop);
    later(verdicts.stop);
    expect((await verdicts.next())?.data).toMatchObject({ witnessVerdict: { result: /./ } });
    const { dsql } = await breakIt({ engines: ['dsql'], seat: 'B1', buyers: 300 });
    for (;;) {
      const event = await progress.next();
      const burst = event?.data?.['burstProgress'] as Burst;
      if (burst.id === dsql?.id && burst.state === 'SETTLED') {
        expect(burst).toEqual(dsql);
        break;
      }
    }
    for (;;) {
      const event = await verdicts.next();
      const verdict = event?.data?.['witnessVerdict'] as { result: string };
      if (verdict.result === 'LINEARIZABLE') break;
    }
  });
});

describe('one purchase', () => {
  beforeAll(() => server.ask(RESET, {}));

  it.each(['dsql', 'dynamodb'])('is idempotent by order id on %s', async (engine) => {
    const input = { engine, seat: 'C1', buyer: 'Ana', orderId: `${engine}-order-1` };
    const first = await purchase(input);
    expect(first).toMatchObject({ outcome: 'CONFIRMED', attempts: 1, seat: { owner: 'Ana' } });
    expect(await purchase(input)).toEqual(first);
    const other = await purchase({ ...input, seat: 'C2' });
    expect(other).toMatchObject({ __typename: 'InvalidInputError', field: 'orderId' });
    const late = await purchase({ engine, seat: 'C1', buyer: 'Bo', region: 'us-east-2' });
    // Alone, with the sale long converged, nobody is fooled on either engine: see below.
    if (engine === 'dsql') expect(late.outcome).toBe('REJECTED');
    expect(await server.ask(LEDGER, { engine, seat: 'C2' })).toMatchObject({
      ledger: { totalCount: 0 },
    });
  });

  it('never sells twice when the same order comes many times at once', async () => {
    const input = { engine: 'dynamodb', seat: 'C3', buyer: 'Ana', orderId: 'at-once' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => purchase(input)));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['CONFIRMED']));
    expect(await server.ask(LEDGER, { engine: 'dynamodb', seat: 'C3' })).toMatchObject({
      ledger: { totalCount: 1 },
    });
  });
});

describe('the floor', () => {
  it('goes on sale anew in another venue, with every seat available', async () => {
    const before = await server.ask<{ engines: { floor: { round: number } }[] }>(
      '{ engines { floor { round } } }',
    );
    const rounds = before.engines.map(({ floor }) => floor.round + 1);
    const { resetFloor } = await server.ask<{
      resetFloor: { engines: { floor: { seatCount: number; round: number; sold: number } }[] };
    }>(RESET, { venue: 'arena' });
    expect(resetFloor.engines.map(({ floor }) => floor.round)).toEqual(rounds);
    for (const { floor } of resetFloor.engines) {
      expect(floor.seatCount).toBeGreaterThan(3_000);
      expect(floor.sold).toBe(0);
    }
    expect(await witness('dsql')).toMatchObject({
      result: 'UNPROVEN',
      reasons: ['Nothing has been sold yet.'],
    });
  });
});
