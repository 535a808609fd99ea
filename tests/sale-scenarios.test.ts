// Each scenario on the engines on stage, with real databases, judged from the burst's file alone, as
// a stranger judges it.
import { LIMITS } from '../schema/src/domain/index.ts';
import { sha256Of, witnessInputOf, type History } from '../schema/src/history/index.ts';
import { judge, type Finding } from '../schema/src/witness/index.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';
import { fileOf, fire, historyIn, openTestWorld, type TestWorld } from './support/world.ts';

const later = leftovers();
let world: TestWorld;
let dataDir = '';
beforeAll(async () => {
  dataDir = await tempFolder(later);
  world = await openTestWorld(later, dataDir);
});

const verdictOf = (history: History): Finding =>
  judge(witnessInputOf(history), history.header.burst.seatId ?? undefined);

/** What is evidence in a verdict; the rest follows from it. */
const evidence = ({ result, reasons, breaches }: Finding): string =>
  JSON.stringify({ result, reasons, breaches });

describe('the file of a burst', () => {
  it('judged alone says byte for byte what the server says of the floor: ON_SALE', async () => {
    const bursts = await fire(world.services, { buyers: 300, seed: 11 });
    for (const id of ['dsql', 'dynamodb']) {
      const file = await fileOf(world.services, bursts[id]);
      expect(sha256Of(file)).toBe(bursts[id]?.sha256);
      const alone = verdictOf(await historyIn(world.services, bursts[id]));
      const live = await world.services.witness(id, null);
      expect(evidence(alone)).toBe(evidence(live));
      expect(alone.doubleSells).toBe(bursts[id]?.scoreboard.oversold);
      expect(alone.result).toBe(id === 'dsql' ? 'LINEARIZABLE' : 'VIOLATED');
    }
  });

  it('judged alone says byte for byte what the server says of the seat: ONE_SEAT', async () => {
    const bursts = await fire(world.services, { seat: 'A1', seed: 12 });
    for (const id of ['dsql', 'dynamodb']) {
      const alone = verdictOf(await historyIn(world.services, bursts[id]));
      const { focus } = await world.services.witness(id, 'A1');
      expect(JSON.stringify(alone.focus)).toBe(JSON.stringify(focus));
      expect(alone.result).toBe(id === 'dsql' ? 'LINEARIZABLE' : 'VIOLATED');
    }
  });

  it('has every order of the plan, with the runs of the strategy that it took', async () => {
    const { dsql } = await fire(world.services, { engines: ['dsql'], seat: 'A2', seed: 13 });
    const { header, orders, answers } = await historyIn(world.services, dsql);
    expect(answers.map(({ orderId }) => orderId)).toEqual(orders.map(({ id }) => id));
    expect(header).toMatchObject({
      burst: { id: dsql?.id, scenario: 'ONE_SEAT', strategy: 'NAIVE', seed: 13, buyers: 60 },
      engine: { id: 'dsql', regions: ['us-east-1', 'us-east-2'] },
      settings: { connectionsPerRegion: 64, lagMs: expect.any(Number) as number },
      venue: 'hall',
      rule: null,
    });
    for (const { trace, attempts, callNs, returnNs } of answers) {
      expect(trace).toHaveLength(attempts);
      const moments = trace.flatMap(({ startNs, readNs, writeNs, endNs }) =>
        [startNs, readNs, writeNs, endNs].filter((ns) => ns !== null),
      );
      // One clock in all threads: what the engine noted lies between the call and the return.
      expect([callNs, ...moments, returnNs]).toEqual(
        [callNs, ...moments, returnNs].sort((one, other) => one - other),
      );
    }
  });
});

describe('FAN_LIMIT', () => {
  const { limit, wanted } = LIMITS.fanSeats;
  const request = { scenario: 'FAN_LIMIT', buyers: 6 * wanted, seed: 21 } as const;

  it('W6 is broken by the naive purchase on dsql: write skew between seats', async () => {
    const before = await world.services.witness('dsql', null);
    const { dsql } = await fire(world.services, { ...request, engines: ['dsql'] });
    const history = await historyIn(world.services, dsql);
    const verdict = verdictOf(history);
    expect(verdict).toMatchObject({ result: 'VIOLATED', doubleSells: 0 });
    expect(verdict.overLimit).toBeGreaterThan(0);
    expect(verdict.overLimit).toBe(history.ledger.sales.length - 6 * limit);
    expect(new Set(verdict.breaches.map(({ rule }) => rule))).toEqual(new Set(['W6']));
    // Only the planned seats were put on sale anew, and no rule of one burst is one of the floor.
    expect(history.scope.size).toBe(6 * wanted);
    expect((await world.services.witness('dsql', null)).doubleSells).toBe(before.doubleSells);
  });

  it('W6 holds with the counter row on dsql: everybody of one fan writes one row', async () => {
    const counted = { ...request, engines: ['dsql'], strategy: 'COUNTER_ROW' } as const;
    const { dsql } = await fire(world.services, counted);
    const history = await historyIn(world.services, dsql);
    expect(verdictOf(history)).toMatchObject({ result: 'LINEARIZABLE', overLimit: 0 });
    expect(history.ledger.sales).toHaveLength(6 * limit);
    const reasons = history.answers.map(({ rejectionReason }) => rejectionReason);
    expect(reasons.filter((reason) => reason === 'FAN_LIMIT')).toHaveLength(6 * (wanted - limit));
    // Whom the rule turned away is no question to the floor.
    expect(await world.services.witness('dsql', null)).toMatchObject({
      result: 'LINEARIZABLE',
      reasons: [],
    });
  });

  it('is not open to visitors, whom its rule does not know, until it is over', async () => {
    const [planned = ''] = (
      await historyIn(world.services, world.services.burst(latest()) ?? undefined)
    ).scope.keys();
    const visit = (buyer: string) =>
      world.services.purchase({
        ...{ engine: 'dsql', seat: planned, buyer, region: null, orderId: null },
        strategy: 'NAIVE',
      });
    const started = await world.services.breakIt({
      ...{
        engines: ['dsql'],
        seat: null,
        seed: 21,
        wait: false,
        scenario: 'FAN_LIMIT',
        room: false,
      },
      ...{ buyers: 6 * wanted, strategy: 'COUNTER_ROW' },
    });
    expect(started.__typename).toBe('BreakIt');
    expect(await visit('Sol')).toMatchObject({ __typename: 'OverloadedError' });
    await waitFor(() => world.services.burst(latest())?.state === 'SETTLED');
    await waitFor(async () => (await visit('Sol')).__typename === 'Purchase');
    const history = await historyIn(world.services, world.services.burst(latest()) ?? undefined);
    expect(history.orders).toHaveLength(6 * wanted);
  });

  const latest = () =>
    world.services.bursts('dsql', { first: 1, after: null }).items[0]?.node.id ?? '';

  it('W6 is broken on dynamodb as well, seat by seat without a double sell', async () => {
    const { dynamodb } = await fire(world.services, { ...request, engines: ['dynamodb'] });
    const verdict = verdictOf(await historyIn(world.services, dynamodb));
    expect(verdict).toMatchObject({ result: 'VIOLATED', doubleSells: 0 });
    expect(verdict.overLimit).toBeGreaterThan(0);
  });
});

describe('RETRY_STORM', () => {
  it.each(['A3', null])('W7 no order is sold twice, whatever gets lost: at %s', async (seat) => {
    const bursts = await fire(world.services, { scenario: 'RETRY_STORM', seat, seed: 31 });
    for (const id of ['dsql', 'dynamodb']) {
      const { answers, ledger, orders } = await historyIn(world.services, bursts[id]);
      expect(answers.map(({ orderId }) => orderId)).toEqual(orders.map((order) => order.id));
      const presses = answers.map((answer) => answer.presses);
      expect(presses.filter((times) => times > 1).length).toBeGreaterThan(15);
      expect(Math.max(...presses)).toBeLessThanOrEqual(LIMITS.presses.max);
      const sold = ledger.sales.map((sale) => sale.id);
      expect(new Set(sold).size).toBe(sold.length);
      // Nobody who holds a ticket was told that the seat is taken.
      const rejected = answers.filter(({ outcome }) => outcome === 'REJECTED');
      expect(rejected.filter(({ orderId }) => sold.includes(orderId))).toEqual([]);
    }
    const dsql = verdictOf(await historyIn(world.services, bursts['dsql']));
    expect(dsql).toMatchObject({ result: 'LINEARIZABLE', reasons: [] });
    const dynamodb = verdictOf(await historyIn(world.services, bursts['dynamodb']));
    expect(dynamodb.breaches.filter(({ rule }) => rule !== 'W1')).toEqual([]);
  });
});

describe('what no engine can do', () => {
  it.each([
    ['seat', { scenario: 'FAN_LIMIT', seat: 'A1' }, 'FAN_LIMIT names no seat'],
    ['seat', { scenario: 'ON_SALE', seat: 'A1' }, 'ON_SALE names no seat'],
    ['seat', { scenario: 'ONE_SEAT', seat: null }, 'ONE_SEAT needs a seat'],
    ['buyers', { scenario: 'FAN_LIMIT', buyers: 97 }, 'at most 96 in Small hall, not 97'],
    ['strategy', { strategy: 'FOR_UPDATE' }, 'has no means for FOR_UPDATE; it offers NAIVE'],
    ['engines', { engines: ['oracle'] }, 'the engines are dsql, dynamodb, dynamodb-strong'],
  ] as const)('is refused in words: %s %j', async (_, request, words) => {
    const before = world.services.bursts(null, { first: 1, after: null }).totalCount;
    await expect(fire(world.services, request)).rejects.toThrow(words);
    expect(world.services.bursts(null, { first: 1, after: null }).totalCount).toBe(before);
  });
});

describe('an engine that is not on stage', () => {
  const request = { engines: ['postgres'], seat: 'A1', seed: 41 };
  /** Null: the floor was held by another. */
  const fireOrBusy = () =>
    fire(world.services, request).catch((error: unknown) => {
      expect(String(error)).toContain('nothing was started');
      return null;
    });

  it('is opened when it is named, once, however many name it', async () => {
    expect(world.services.engine('postgres')).toBeNull();
    const fired = await Promise.all([fireOrBusy(), fireOrBusy()]);
    const [first] = fired.filter((bursts) => bursts !== null);
    expect(first?.['postgres']).toMatchObject({ state: 'SETTLED', reconciled: true });
    expect(world.services.engine('postgres')).toMatchObject({ onStage: false });
    expect(world.services.engines().map(({ id }) => id)).toEqual(['dsql', 'dynamodb']);
  });
});

describe('after a restart', () => {
  it('every burst is found again, with its file, its hash and its verdict', async () => {
    const page = { first: 100, after: null };
    const list = world.services.bursts(null, page).items.map(({ node }) => node);
    const files = await Promise.all(list.map((burst) => fileOf(world.services, burst)));
    const live = evidence(await world.services.witness('dynamodb', null));
    await world.close();

    const again = await openTestWorld(later, dataDir);
    expect(again.services.engine('postgres')).toBeNull();
    expect(again.services.bursts(null, page).items.map(({ node }) => node)).toEqual(list);
    for (const [at, burst] of list.entries()) {
      expect(await fileOf(again.services, burst)).toBe(files[at]);
      expect(burst.sha256).toBe(sha256Of(files[at] ?? ''));
      const history = await again.services.burstHistory(burst.id);
      expect(history?.header.burst.id).toBe(burst.id);
    }
    expect(evidence(await again.services.witness('dynamodb', null))).toBe(live);
    expect(again.logged).toEqual([]);
  });
});
