// A world without its web, for tests that ask the services themselves: real databases, a folder of
// its own.
import { readHistory, type History } from '../../schema/src/history/index.ts';
import type { BreakItRequest, BurstView, Services } from '@worldseat/schema/services';
import { readConfig } from '../../server/src/config.ts';
import type { Log } from '../../server/src/log.ts';
import { openWorld, type World } from '../../server/src/world.ts';
import type { Close } from './leftovers.ts';

export interface TestWorld extends World {
  /** Every warning and error that was logged. */
  readonly logged: readonly string[];
}

/** @param later registers what must be closed (see leftovers.ts) */
export async function openTestWorld(
  later: (close: Close) => void,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestWorld> {
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const log: Log = { info: () => undefined, warn: note, error: note };
  const world = await openWorld(readConfig({ WORLDSEAT_DATA: dataDir, ...settings }, dataDir), log);
  later(() => world.close());
  return { ...world, logged };
}

const USUAL: BreakItRequest = {
  engines: null,
  seat: null,
  buyers: 60,
  seed: 1,
  wait: true,
  strategy: 'NAIVE',
  scenario: null,
  room: false,
};

/** Fires and waits for the end. @returns the bursts by engine id. @throws a refusal, in its words */
export async function fire(
  services: Services,
  request: Partial<BreakItRequest>,
): Promise<Record<string, BurstView>> {
  const answer = await services.breakIt({ ...USUAL, ...request });
  if (answer.__typename !== 'BreakIt') throw new Error(answer.message);
  return Object.fromEntries(answer.bursts.map((burst) => [burst.engineId, burst]));
}

export async function fileOf(services: Services, burst: BurstView | undefined): Promise<string> {
  const text = await services.burstFile(burst?.id ?? '');
  if (text === null) throw new Error(`burst ${burst?.id ?? ''} has no file`);
  return text;
}

/** The burst's history as a stranger reads it: from the file alone. */
export async function historyIn(
  services: Services,
  burst: BurstView | undefined,
): Promise<History> {
  return readHistory(await fileOf(services, burst));
}
