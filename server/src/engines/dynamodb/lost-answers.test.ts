// Writes whose answer was lost, and writes that were in the way of another Region's, on the embedded
// global tables in both modes. The SDK sends them again by itself: what it is told the second time
// must not be taken for an answer to the first.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order, SeatRow } from '@worldseat/schema/domain';
import { openTestCloud, QUIET, until, type TestCloud } from '../../local/dynamodb/testing.ts';
import { conditional } from '../../purchase/conditional.ts';
import { counterRow } from '../../purchase/counter-row.ts';
import { countingConflicts, noteConflicts } from './conflict-tally.ts';
import { takeFromCounter, TakingUnknown } from './counters.ts';
import { DynamoDbEngine } from './dynamodb-engine.ts';
import { countTickets, putTicket } from './fan-tickets.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { openRounds } from './rounds.ts';
import { findSeat, writeSeatIfAvailable } from './seats.ts';
import { tableNames } from './table-names.ts';

const STRONG = { consistency: 'STRONG', witness: 'us-west-2' } as const;
const EVENTUAL = { consistency: 'EVENTUAL' } as const;
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud();
});
afterAll(() => cloud.close());

const loseNextAnswer = () => cloud.tables.setFaults({ dropAnswers: 1 }, 'us-east-1');

function soldTo(orderId: string, seatId: string): SeatRow {
  const owner = `owner of ${orderId}`;
  return { seatId, round: 1, status: 'SOLD', owner, orderId, region: 'us-east-1' };
}

describe.each([EVENTUAL, STRONG])('$consistency', (mode) => {
  const options = {
    id: mode.consistency,
    ...mode,
    regions: [],
    deployment: 'EMBEDDED' as const,
    components: 'dynalite',
    log: QUIET,
  };
  let clients: RegionClient[];
  let home: RegionClient;

  beforeAll(async () => {
    const names = tableNames(`lost-${mode.consistency}`);
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    clients = Object.entries(cloud.tables.endpoints).map(
      ([region, endpoint]) => new RegionClient({ region, endpoint, credentials }, names, 8),
    );
    if (mode === STRONG) clients.forEach(({ direct }) => noteConflicts(direct));
    await provision(clients, mode);
    const [first] = clients;
    if (first === undefined) throw new Error('a Region is needed');
    home = first;
  });
  afterAll(() => clients.forEach((client) => client.close()));

  test('a guarded write that landed without an answer is the writer’s, and nobody else’s', async () => {
    await openRounds(clients, ['G1']);
    await loseNextAnswer();
    expect(await writeSeatIfAvailable(home, soldTo('ann', 'G1'))).toBe(true);
    expect(await findSeat(home, 'G1')).toEqual(soldTo('ann', 'G1'));
    expect(await writeSeatIfAvailable(home, soldTo('ann', 'G1'))).toBe(false);
    expect(await writeSeatIfAvailable(home, soldTo('bob', 'G1'))).toBe(false);
    expect(await findSeat(home, 'G1')).toEqual(soldTo('ann', 'G1'));
  });

  test('a guarded write whose tries were throttled before it met another’s seat is told false', async () => {
    await openRounds(clients, ['G2']);
    expect(await writeSeatIfAvailable(home, soldTo('ann', 'G2'))).toBe(true);
    await cloud.tables.setFaults({ throttleRequests: 1 }, 'us-east-1');
    expect(await writeSeatIfAvailable(home, soldTo('bob', 'G2'))).toBe(false);
  });

  test('CONDITIONAL with a lost answer is CONFIRMED, with one sale', async () => {
    const engine = new DynamoDbEngine(options, clients);
    const scope = await engine.openRounds(['G3']);
    await loseNextAnswer();
    const receipt = await engine.run(orderFor('burst-g3', 'G3'), conditional);
    expect(receipt).toMatchObject({ outcome: 'CONFIRMED', rejectionReason: null, fault: null });
    expect(receipt.trace).toHaveLength(1);
    expect((await engine.readLedger(scope)).sales).toEqual([receipt.sale]);
  });

  test('a counter whose answer was lost counts twice: fewer are given out, never more', async () => {
    await loseNextAnswer();
    expect(await takeFromCounter(home, 'two-of-three', 3)).toBe(true);
    expect(await takeFromCounter(home, 'two-of-three', 3)).toBe(true);
    expect(await takeFromCounter(home, 'two-of-three', 3)).toBe(false);
  });

  test('who may have taken the last one without an answer is not told that it was gone', async () => {
    await loseNextAnswer();
    await expect(takeFromCounter(home, 'last', 1)).rejects.toThrow(TakingUnknown);
    expect(await takeFromCounter(home, 'last', 1)).toBe(false);
    const engine = new DynamoDbEngine(options, clients);
    const scope = await engine.openRounds(['L1']);
    await loseNextAnswer();
    const receipt = await engine.run(orderFor('burst-l1', 'L1'), counterRow);
    expect(receipt).toMatchObject({ outcome: 'FAILED', rejectionReason: null, sale: null });
    expect(receipt.fault).toMatch(/^TAKING_UNKNOWN /);
    expect((await engine.readLedger(scope)).sales).toEqual([]);
  });

  test('a ticket whose answer was lost is one ticket; tickets are counted over all pages', async () => {
    const sale = { id: 'o1', seatId: 'T1', round: 1, buyer: 'ann', region: 'us-east-1' };
    const ticket = { ...sale, attempts: 1, soldAtMs: 0 };
    await loseNextAnswer();
    await putTicket(home, 'once', ticket);
    expect(await countTickets(home, 'once')).toBe(1);
    // A page of a Query is at most 1 MB.
    const seatId = 'T'.repeat(380_000);
    const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
    for (const id of ids) await putTicket(home, 'paged', { ...ticket, id, seatId });
    expect(await countTickets(home, 'paged')).toBe(ids.length);
  });

  if (mode === STRONG) {
    test('in the way of another Region: sent again, then judged by what that Region wrote', async () => {
      let at = 0;
      await until('a refused write of each kind was sent again and told false', async () => {
        at += 1;
        const seatId = `W${at}`;
        await openRounds(clients, [seatId]);
        const seats = await together(clients, (client) =>
          writeSeatIfAvailable(client, soldTo(client.region, seatId)),
        );
        const counts = await together(clients, (client) => takeFromCounter(client, seatId, 1));
        const row = await findSeat(home, seatId);
        expect(seats.wonBy).toEqual([row?.orderId]);
        expect(counts.wonBy).toHaveLength(1);
        return seats.toldFalse && counts.toldFalse;
      });
    });
  }

  function orderFor(id: string, seatId: string): Order {
    return { id, seatId, buyer: 'ann', region: home.region };
  }
});

interface Together {
  /** The Regions that were told true. */
  readonly wonBy: readonly string[];
  /** A Region was refused because of the other, its client sent again, and it was told false. */
  readonly toldFalse: boolean;
}

/** All Regions write the same item at once. Whom the SDK's tries do not get through has not won. */
async function together(
  clients: readonly RegionClient[],
  write: (client: RegionClient) => Promise<boolean>,
): Promise<Together> {
  const settled = await Promise.all(
    clients.map((client) =>
      countingConflicts(client.direct, () =>
        write(client).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'ReplicatedWriteConflictException' });
          return 'gave up' as const;
        }),
      ),
    ),
  );
  return {
    wonBy: clients.filter((_, at) => settled[at]?.result === true).map(({ region }) => region),
    toldFalse: settled.some(({ result, conflicts }) => result === false && conflicts.length > 0),
  };
}
