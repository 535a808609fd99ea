// Faults by the dozen, of every kind that the embedded cloud knows, while thousands of buyers are
// served. What must hold after each burst: who was told CONFIRMED has a sale, every sale was told,
// every lost answer is decided, the Regions agree, and the Witness counts what the scoreboard counts.
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom, type Answer, type Sale } from '../schema/src/domain/index.ts';
import type { BurstView, Page, VerdictView } from '../schema/src/services.ts';
import { readConfig } from '../server/src/config.ts';
import { openWorld, type World } from '../server/src/world.ts';
import { openCloudFaults, type CloudFaults } from './support/cloud-faults.ts';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';

/** In all; 200 is the long look, a few minutes. */
const FAULTS = Number(process.env['WORLDSEAT_FAULTS'] ?? 20);
const SEED = Number(process.env['WORLDSEAT_FAULTS_SEED'] ?? 1);
const FAULTS_PER_BURST = 5;
const BUYERS = 3_000;
const LIMIT_MS = 120_000 + FAULTS * 10_000;
/** A burst that does not get on for this long is healed. */
const PATIENCE_MS = 2_000;

const later = leftovers();
let world: World;
let faults: CloudFaults;
beforeAll(async () => {
  const dataDir = await tempFolder(later);
  const silent = { info: nothing, warn: nothing, error: nothing };
  world = await openWorld(readConfig({ WORLDSEAT_DATA: dataDir }, dataDir), silent);
  later(() => world.close());
  faults = openCloudFaults(world.embedded, process.pid, seededRandom(SEED));
});

const nothing = (): void => undefined;

/** Starts a burst and strikes while it runs. @returns how it ended, and what happened meanwhile */
async function burstUnderFaults(
  engineId: string,
  seed: number,
): Promise<{ burst: BurstView; trace: readonly string[] }> {
  const started = await startBurst(engineId, null, BUYERS, seed);
  const view = () => world.services.burst(started.id) ?? started;
  const trace: string[] = [];
  let [movedMs, resolved] = [performance.now(), 0];
  const burst = await waitFor(
    async () => {
      const now = view();
      if (now.state !== 'RUNNING') return now;
      const isStuck = performance.now() - movedMs > PATIENCE_MS;
      if (now.resolved > resolved || isStuck) movedMs = performance.now();
      resolved = now.resolved;
      const isDue = resolved >= (BUYERS * (trace.length + 1)) / (FAULTS_PER_BURST + 2);
      if (!isDue && !isStuck) return null;
      await faults.heal();
      if (!isDue || trace.length >= FAULTS_PER_BURST) return null;
      trace.push(`after ${resolved} answers: ${await faults.strike(engineId)}`);
      return null;
    },
    { limitMs: 150_000, what: `burst ${started.id} ends; so far: ${trace.join('; ')}` },
  );
  await faults.heal();
  return { burst, trace };
}

/** Repeated until the service is back and takes it. */
function startBurst(
  engineId: string,
  seat: string | null,
  buyers: number,
  seed: number,
): Promise<BurstView> {
  const request = {
    engines: [engineId],
    seat,
    buyers,
    seed,
    wait: false,
    strategy: 'NAIVE',
    scenario: null,
    room: false,
  } as const;
  return waitFor(() => world.services.breakIt(request).then(startedBurst, () => null), {
    what: `${engineId} takes a burst`,
    limitMs: 60_000,
  });
}

const startedBurst = (view: Awaited<ReturnType<World['services']['breakIt']>>): BurstView | null =>
  view.__typename === 'BreakIt' ? (view.bursts[0] ?? null) : null;

async function allOf<Item>(read: (after: string | null) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<Item> = await read(after);
    items.push(...page.items.map(({ node }) => node));
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage) return items;
  }
}

const answersOf = (id: string): Promise<Answer[]> =>
  allOf((after) => world.services.burstAnswers(id, null, { first: 500, after }));

const ledgerOf = (engineId: string): Promise<Sale[]> =>
  allOf((after) => world.services.ledger(engineId, null, null, { first: 500, after }));

/** Once nothing is open any more. */
function verdictOf(engineId: string): Promise<VerdictView> {
  return waitFor(
    async () => {
      const verdict = await world.services.witness(engineId, null);
      return verdict.result === 'UNPROVEN' ? null : verdict;
    },
    { what: `the witness of ${engineId} decides`, limitMs: 30_000 },
  );
}

/**
 * What the Witness may say of an engine. Without transactions a purchase can stop half-way: then the
 * seat looks taken and nobody has it, and whoever is turned away for it is turned away wrongly.
 */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  dsql: /^$/,
  dynamodb: / both hold | was sold |failed half-way|but it was free|^and \d+ more$/,
};

describe.each(['dsql', 'dynamodb'])(`${FAULTS / 2} faults on %s, seed ${SEED}`, (engineId) => {
  beforeAll(async () => {
    await world.services.resetFloor({ engines: [engineId], venue: 'arena' });
  });

  it(
    'no confirmation is lost, no sale is a ghost, every answer is decided',
    async () => {
      let failed = 0;
      for (let struck = 0, seed = SEED; struck < FAULTS / 2; seed += 1) {
        const { burst, trace } = await burstUnderFaults(engineId, seed);
        const said = `seed ${SEED}, burst ${seed}:\n${trace.join('\n')}`;
        expect(burst, said).toMatchObject({ state: 'SETTLED', resolved: BUYERS, reconciled: true });
        expect(burst.scoreboard.indeterminate, said).toBe(0);
        expect(trace.length, said).toBeGreaterThan(0);
        const [answers, ledger] = await Promise.all([answersOf(burst.id), ledgerOf(engineId)]);
        const told = answers.filter(({ outcome }) => outcome === 'CONFIRMED');
        expect(answers, said).toHaveLength(BUYERS);
        expect(ledger.map(({ id }) => id).sort(), said).toEqual(
          told.map(({ orderId }) => orderId).sort(),
        );
        const { result, reasons, doubleSells } = await verdictOf(engineId);
        expect(
          reasons.filter((reason) => !EXPECTED[engineId]?.test(reason)),
          said,
        ).toEqual([]);
        expect(doubleSells, said).toBe(burst.scoreboard.oversold);
        if (engineId === 'dsql') expect([result, doubleSells], said).toEqual(['LINEARIZABLE', 0]);
        struck += trace.length;
        failed += burst.scoreboard.failed;
      }
      // Faults that nobody felt would prove nothing.
      expect(failed, `seed ${SEED}`).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it('and the service is back as if nothing had been', async () => {
    await world.services.resetFloor({ engines: [engineId], venue: 'hall' });
    const { id } = await startBurst(engineId, 'A1', 24, SEED);
    const burst = await waitFor(() => {
      const view = world.services.burst(id);
      return view?.state === 'RUNNING' ? null : view;
    });
    expect(burst).toMatchObject({ state: 'SETTLED', reconciled: true, note: null });
    expect(burst.scoreboard).toMatchObject({ failed: 0, indeterminate: 0 });
    expect(await world.services.engineReady(engineId)).toBe(true);
  });
});
