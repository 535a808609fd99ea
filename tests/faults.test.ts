// Things die in the middle of a burst. What must hold: nobody who was told CONFIRMED is missing
// from the ledger, lost answers are decided by the ledger, the server lives and goes on.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import {
  BREAK_IT,
  BURST_VERDICT,
  READ_BURST,
  RESET,
  WATCH_BURST,
  WITNESS,
  type BreakItAnswer,
  type Burst,
  type BurstVerdictAnswer,
  type VerdictAnswer,
} from './support/operations.ts';
import { postgresBackends, regionFronts } from './support/processes.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { subscribe } from './support/subscribe.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later);
});
beforeEach(() => waitFor(() => server.ask(RESET, {}).then(() => true), { limitMs: 30_000 }));

interface AnswerRow {
  readonly orderId: string;
  readonly outcome: string;
}

/** Starts a burst over the floor and resolves as soon as some of its buyers were answered. */
async function burstUnderWay(
  engine: string,
  buyers: number,
  scenario = 'ON_SALE',
): Promise<string> {
  const progress = subscribe(server.url, WATCH_BURST, { engine });
  later(progress.stop);
  const variables = { engines: [engine], buyers, seed: 3, wait: false, scenario };
  const { breakIt } = await server.ask<BreakItAnswer>(BREAK_IT, variables);
  const id = breakIt.bursts?.[0]?.id ?? '';
  for (;;) {
    const event = await progress.next();
    const burst = event?.data?.['burstProgress'] as Burst;
    if (burst.id === id && burst.resolved > 0) return id;
  }
}

function settled(id: string): Promise<Burst> {
  return waitFor(
    async () => {
      const { burst } = await server.ask<{ burst: Burst }>(READ_BURST, { id });
      return burst.state === 'RUNNING' ? null : burst;
    },
    { limitMs: 120_000, what: `burst ${id} settles` },
  );
}

interface AnswerPage {
  readonly burst: {
    readonly answers: {
      readonly edges: readonly { readonly node: AnswerRow }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  };
}

async function confirmedOrders(id: string): Promise<string[]> {
  const query = `query ($id: ID!, $after: String) { burst(id: $id) {
    answers(first: 500, after: $after) {
      edges { node { orderId outcome } } pageInfo { hasNextPage endCursor } } } }`;
  const found: AnswerRow[] = [];
  for (let after: string | null = null; ;) {
    const page: AnswerPage = await server.ask(query, { id, after });
    const { edges, pageInfo } = page.burst.answers;
    found.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return found.filter(({ outcome }) => outcome === 'CONFIRMED').map(({ orderId }) => orderId);
}

async function ledgerIds(engine: string): Promise<Set<string>> {
  const query = `query ($engine: ID!) {
    ledger(engine: $engine, first: 500) { totalCount edges { node { id } } } }`;
  const { ledger } = await server.ask<{
    ledger: { totalCount: number; edges: { node: { id: string } }[] };
  }>(query, { engine });
  expect(ledger.totalCount).toBeLessThanOrEqual(500);
  return new Set(ledger.edges.map(({ node }) => node.id));
}

const witness = async (engine: string) =>
  (await server.ask<VerdictAnswer>(WITNESS, { engine })).witness;

describe('kill -9 in the middle of a burst', () => {
  it('of a PostgreSQL backend: no confirmation is lost, and dsql still sold no seat twice', async () => {
    const id = await burstUnderWay('dsql', 5_000);
    const [victim] = postgresBackends(process.pid);
    expect(victim).toBeDefined();
    process.kill(victim?.pid ?? 0, 'SIGKILL');

    const burst = await settled(id);
    expect(burst).toMatchObject({ state: 'SETTLED', resolved: 5_000, reconciled: true });
    expect(burst.scoreboard).toMatchObject({ oversold: 0, indeterminate: 0 });
    expect(burst.scoreboard.failed).toBeGreaterThan(0);
    const ledger = await ledgerIds('dsql');
    const told = await confirmedOrders(id);
    expect(told.filter((orderId) => !ledger.has(orderId))).toEqual([]);
    expect(told.length).toBe(burst.scoreboard.confirmed);
    expect(await witness('dsql')).toMatchObject({ result: 'LINEARIZABLE', doubleSells: 0 });
  });

  it('of the Region fronts: no confirmation is lost, and the Regions agree again', async () => {
    const id = await burstUnderWay('dynamodb', 5_000);
    const [victim] = regionFronts(process.pid);
    expect(victim).toBeDefined();
    process.kill(victim?.pid ?? 0, 'SIGKILL');

    const burst = await settled(id);
    expect(burst).toMatchObject({ state: 'SETTLED', resolved: 5_000, reconciled: true });
    expect(burst.scoreboard.indeterminate).toBe(0);
    expect(burst.scoreboard.failed).toBeGreaterThan(0);
    expect(regionFronts(process.pid).map(({ pid }) => pid)).not.toContain(victim?.pid);
    const ledger = await ledgerIds('dynamodb');
    const told = await confirmedOrders(id);
    expect(told.filter((orderId) => !ledger.has(orderId))).toEqual([]);
    expect(told.length).toBe(burst.scoreboard.confirmed);
    // Nothing that only one Region knows is left: that would be the verdict's first reason.
    const { reasons } = await witness('dynamodb');
    expect(reasons.filter((reason) => /Region|ledger of/.test(reason))).toEqual([]);
  });

  it('of a PostgreSQL backend in a retry storm: W7 no order is sold twice, no owner turned away', async () => {
    const id = await burstUnderWay('dsql', 3_000, 'RETRY_STORM');
    const [victim] = postgresBackends(process.pid);
    expect(victim).toBeDefined();
    process.kill(victim?.pid ?? 0, 'SIGKILL');

    const { scoreboard, ...burst } = await settled(id);
    expect(burst).toMatchObject({ state: 'SETTLED', resolved: 3_000, reconciled: true });
    expect(scoreboard).toMatchObject({ oversold: 0, indeterminate: 0 });
    expect(scoreboard.told).toBe(scoreboard.confirmed);
    const { burst: judged } = await server.ask<BurstVerdictAnswer>(BURST_VERDICT, { id });
    expect(judged.verdict).toMatchObject({ result: 'LINEARIZABLE', doubleSells: 0, reasons: [] });
  });

  it('leaves a server that sells again, with nothing logged as unexpected', async () => {
    const { breakIt } = await server.ask<BreakItAnswer>(BREAK_IT, { seat: 'A1', buyers: 24 });
    expect(breakIt.bursts?.map(({ state, reconciled }) => [state, reconciled])).toEqual([
      ['SETTLED', true],
      ['SETTLED', true],
    ]);
    expect(server.logged.filter((line) => line.includes('failed unexpectedly'))).toEqual([]);
  });
});
