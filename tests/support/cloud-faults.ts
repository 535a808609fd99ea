// Faults of the embedded cloud that a test brings about while buyers are served: by chance, from a
// seed. Each one lasts until it is healed; what was killed heals itself.
import type { Random } from '../../schema/src/domain/index.ts';
import type { EmbeddedParts } from '../../server/src/clouds/index.ts';
import type { DsqlGateways } from '../../server/src/local/dsql/index.ts';
import type { GlobalTables } from '../../server/src/local/dynamodb/index.ts';
import { postgresBackends } from './processes.ts';
import { waitFor } from './wait-for.ts';

export interface CloudFaults {
  /** @returns what happens now, in words */
  strike(engineId: string): Promise<string>;
  /** Ends everything that lasts. A part that is being started again is waited for. */
  heal(): Promise<void>;
}

interface Fault {
  readonly words: string;
  readonly strike: () => Promise<unknown>;
}

/** The parts restart a process only so often within a minute; a test may not use that up. */
const KILL_INTERVAL_MS = 15_000;

/** @param processId under which the parts run; @param random the choice of faults */
export function openCloudFaults(
  parts: EmbeddedParts,
  processId: number,
  random: Random,
): CloudFaults {
  const { dsql, dynamodb } = parts;
  if (dsql === null || dynamodb === null) throw new Error('a part of the cloud is not embedded');
  const budget = new KillBudget();
  const below = (limit: number) => Math.floor(random() * limit);
  const choices: Readonly<Record<string, () => readonly Fault[]>> = {
    dsql: () => dsqlFaults(dsql, processId, below, budget),
    dynamodb: () => dynamoDbFaults(dynamodb, below, budget),
  };
  return {
    strike: async (engineId) => {
      const faults = choices[engineId]?.() ?? [];
      const fault = faults[below(faults.length)];
      if (fault === undefined) throw new Error(`there are no faults for ${engineId}`);
      await persistently(fault.strike, fault.words);
      return fault.words;
    },
    heal: async () => {
      await persistently(() => dsql.setFaults(NO_FAULTS), 'healed gateways');
      await persistently(() => dynamodb.setReplication({ paused: false, cuts: [] }), 'healed ways');
      await persistently(() => dynamodb.setFaults(NO_THROTTLING), 'healed fronts');
    },
  };
}

const NO_FAULTS = {
  conflictCommits: 0,
  dropAcknowledgements: 0,
  unavailableCommits: 0,
  cut: false,
  asleep: false,
};
const NO_THROTTLING = { throttleFraction: 0, throttleRequests: 0, dropAnswers: 0, cut: false };

/** A part that was killed cannot be told anything until it is back. */
async function persistently(change: () => Promise<unknown>, what: string): Promise<void> {
  await waitFor(
    () =>
      change().then(
        () => true,
        () => false,
      ),
    { what, limitMs: 20_000 },
  );
}

function dsqlFaults(
  gateways: DsqlGateways,
  processId: number,
  below: (limit: number) => number,
  budget: KillBudget,
): readonly Fault[] {
  const regions = Object.keys(gateways.endpoints);
  const region = regions[below(regions.length)] ?? '';
  const count = 1 + below(20);
  const set = (words: string, change: Parameters<DsqlGateways['setFaults']>[0]): Fault => ({
    words: `${words} in ${region}`,
    strike: () => gateways.setFaults(change, region),
  });
  const backends = postgresBackends(processId);
  const backend = backends[below(backends.length)]?.pid ?? null;
  return [
    set(`${count} acknowledgements dropped`, { dropAcknowledgements: count }),
    set(`${count} × XX000, carried out`, { unavailableCommits: count, unavailableApplied: true }),
    set(`${count} × XX000, not done`, { unavailableCommits: count, unavailableApplied: false }),
    set(`${count} conflicts`, { conflictCommits: count }),
    set('the endpoint cut', { cut: true }),
    set('the cluster asleep', { asleep: true }),
    ...budget.kills('SIGTERM', 'a PostgreSQL backend', backend),
    ...budget.kills('SIGKILL', 'a PostgreSQL backend', backend),
    ...budget.kills('SIGKILL', `the gateway of ${region}`, gateways.pids[region] ?? null),
  ];
}

function dynamoDbFaults(
  tables: GlobalTables,
  below: (limit: number) => number,
  budget: KillBudget,
): readonly Fault[] {
  const regions = Object.keys(tables.endpoints);
  const region = regions[below(regions.length)] ?? '';
  const count = 1 + below(20);
  const set = (words: string, change: Parameters<GlobalTables['setFaults']>[0]): Fault => ({
    words: `${words} in ${region}`,
    strike: () => tables.setFaults(change, region),
  });
  return [
    set(`${count} answers dropped`, { dropAnswers: count }),
    set(`${count} requests throttled`, { throttleRequests: count }),
    set('a third throttled', { throttleFraction: 1 / 3, throttleAs: 'ThrottlingException' }),
    set('the front cut', { cut: true }),
    {
      words: `the way from ${region} cut`,
      strike: () => tables.setReplication({ cuts: [{ from: region, to: '*' }] }),
    },
    { words: 'replication paused', strike: () => tables.setReplication({ paused: true }) },
    ...budget.kills('SIGKILL', 'the fronts', tables.pid),
  ];
}

type Signal = 'SIGTERM' | 'SIGKILL';

/** Each kind of kill once within the interval. */
class KillBudget {
  readonly #lastMs = new Map<string, number>();

  /** @param pid null: there is no such process now. @returns one fault, or none */
  kills(signal: Signal, what: string, pid: number | null): readonly Fault[] {
    const words = `${signal} for ${what}`;
    const sinceMs = performance.now() - (this.#lastMs.get(words) ?? -Infinity);
    if (pid === null || sinceMs < KILL_INTERVAL_MS) return [];
    const strike = () => {
      this.#lastMs.set(words, performance.now());
      kill(pid, signal);
      return Promise.resolve();
    };
    return [{ words, strike }];
  }
}

function kill(pid: number, signal: Signal): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone by itself meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
