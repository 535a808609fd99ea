// The largest floor, on real databases: 79,900 seats go on sale on both engines, thousands buy, viewers
// are told in the compact form, and the server that is started again finds all of it.
import { VENUES, venueSeatIds } from '@worldseat/schema/domain';
import { expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { subscribe } from './support/subscribe.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const LIMIT_MS = 600_000;
const BUYERS = 4_000;

const RESET = `mutation { resetFloor(input: { venue: "stadium" }) {
  __typename ... on ResetFloor { engines { id floor { seatCount sold } } } } }`;
const BREAK_IT = `mutation ($buyers: Int!) { breakIt(input: { buyers: $buyers, seed: 5, wait: false }) {
  ... on BreakIt { bursts { id engine { id } } } } }`;
const BURST = `query ($id: ID!) { burst(id: $id) {
  state reconciled resolved scoreboard { confirmed oversold } verdict { sales doubleSells result } } }`;
const WITNESS = 'query ($engine: ID!) { witness(engine: $engine) { sales doubleSells result } }';
const WATCH = `subscription ($engine: ID!) { seatStatus(engine: $engine) {
  packed regions sold tickets oversold } }`;

interface Settled {
  readonly state: string;
  readonly resolved: number;
  readonly reconciled: boolean;
  readonly scoreboard: { readonly confirmed: number; readonly oversold: number };
  readonly verdict: object;
}
interface Snapshot {
  readonly packed: readonly number[];
  readonly regions: readonly number[];
  readonly sold: number;
  readonly tickets: number;
  readonly oversold: number;
}

async function settled(server: TestServer, id: string): Promise<Settled> {
  const watching = subscribe(
    server.url,
    `subscription ($e: ID!) { burstProgress(engine: $e) { id state } }`,
    { e: id.slice(0, id.indexOf('-')) },
  );
  for (;;) {
    const event = await watching.next();
    const { burstProgress } = event?.data as { burstProgress: { id: string; state: string } };
    if (burstProgress.id === id && burstProgress.state !== 'RUNNING') break;
  }
  await watching.stop();
  return (await server.ask<{ burst: Settled }>(BURST, { id })).burst;
}

async function snapshot(server: TestServer, engine: string): Promise<Snapshot> {
  const watching = subscribe(server.url, WATCH, { engine });
  const event = await watching.next();
  await watching.stop();
  return (event?.data as { seatStatus: Snapshot }).seatStatus;
}

const inOrder = (values: readonly number[]) => values.toSorted((a, b) => a - b);

it(
  'sells 79,900 seats on both engines, tells of them compactly, and finds them after a restart',
  async () => {
    const dataDir = await tempFolder(later);
    const first = await openTestServer(later, { dataDir });
    const stadium = VENUES['stadium'];
    if (stadium === undefined) throw new Error('there is no stadium');
    const floor = { seatCount: venueSeatIds(stadium).length, sold: 0 };
    expect(await first.ask(RESET)).toEqual({
      resetFloor: {
        __typename: 'ResetFloor',
        engines: ['dsql', 'dynamodb'].map((id) => ({ id, floor })),
      },
    });
    const { breakIt } = await first.ask<{
      breakIt: { bursts: { id: string; engine: { id: string } }[] };
    }>(BREAK_IT, { buyers: BUYERS });
    const told: Record<string, Snapshot> = {};
    for (const { id, engine } of breakIt.bursts) {
      const burst = await settled(first, id);
      const { confirmed, oversold } = burst.scoreboard;
      const verdict = {
        ...{ sales: confirmed, doubleSells: oversold },
        result: oversold === 0 ? 'LINEARIZABLE' : 'VIOLATED',
      };
      expect(burst).toMatchObject({
        state: 'SETTLED',
        resolved: BUYERS,
        reconciled: true,
        verdict,
      });
      if (engine.id === 'dsql') expect(oversold).toBe(0);
      const shown = await snapshot(first, engine.id);
      expect(shown).toMatchObject({ tickets: confirmed, sold: confirmed - oversold });
      expect([shown.packed.length, shown.regions.length]).toEqual([shown.sold, shown.sold]);
      expect(new Set(shown.regions)).toEqual(new Set([0, 1]));
      told[engine.id] = shown;
    }
    await first.close();
    const second = await openTestServer(later, { dataDir });
    for (const { engine } of breakIt.bursts) {
      const { packed, sold, tickets, oversold } = await snapshot(second, engine.id);
      const before = told[engine.id];
      expect([sold, tickets, oversold]).toEqual([before?.sold, before?.tickets, before?.oversold]);
      expect(inOrder(packed)).toEqual(inOrder(before?.packed ?? []));
      const { witness } = await second.ask<{ witness: object }>(WITNESS, { engine: engine.id });
      expect(witness).toMatchObject({ sales: tickets });
    }
    await second.close();
  },
  LIMIT_MS,
);
