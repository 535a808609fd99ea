// Asks for a connection again when that can help, by the table in faults.ts: nothing of a
// transaction has begun, so nothing can have been committed. Every loop has a limit; when it is
// reached the Region counts as out of reach for a moment, and whoever comes then hears so at once
// instead of waiting as long as the first one did.
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@worldseat/schema/domain';
import type { Dialect } from './dialect.ts';
import { faultKind, RULES, type Rule } from './faults.ts';

interface Patience {
  /** Further attempts after the first. */
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** Together at most 0.75 s of pauses, and 13.1 s. */
export const PATIENCE: Readonly<Record<Rule['connecting'], Patience>> = {
  NEVER: { attempts: 0, firstPauseMs: 0, longestPauseMs: 0 },
  RENEWED: { attempts: 1, firstPauseMs: 0, longestPauseMs: 0 },
  SOON: { attempts: 4, firstPauseMs: 50, longestPauseMs: 400 },
  LATER: { attempts: 9, firstPauseMs: 100, longestPauseMs: 2_000 },
};

/** How long a Region stays out of reach for those who come after. */
export const OUT_OF_REACH_MS = 500;

export interface ReconnectOptions<Connection> {
  /** One attempt. */
  readonly open: () => Promise<Connection>;
  /** Whether open() would need no new connection. */
  readonly hasIdle: () => boolean;
  /** Called before the one attempt with a fresh token. */
  readonly renew: () => void;
  readonly random: Random;
  readonly dialect: Dialect;
}

/** @returns a function that gives a connection. It throws the last attempt's error. */
export function reconnecting<Connection>(
  options: ReconnectOptions<Connection>,
): () => Promise<Connection> {
  const { open, hasIdle, renew, random, dialect } = options;
  let outOfReach: { readonly untilMs: number; readonly error: unknown } | null = null;
  return async () => {
    if (outOfReach !== null && performance.now() < outOfReach.untilMs && !hasIdle()) {
      throw outOfReach.error;
    }
    for (let failures = 0; ; failures += 1) {
      try {
        const connection = await open();
        outOfReach = null;
        return connection;
      } catch (error) {
        const { connecting } = RULES[faultKind(error, dialect)];
        const patience = PATIENCE[connecting];
        if (failures >= patience.attempts) {
          const untilMs = performance.now() + OUT_OF_REACH_MS;
          if (connecting !== 'NEVER') outOfReach = { untilMs, error };
          throw error;
        }
        if (connecting === 'RENEWED') renew();
        await pause(pauseMs(failures, patience, random));
      }
    }
  };
}

/** Half of it is chance, so that those who were refused together do not come back together. */
function pauseMs(failures: number, patience: Patience, random: Random): number {
  const longest = Math.min(patience.longestPauseMs, patience.firstPauseMs * 2 ** failures);
  return longest * (0.5 + random() / 2);
}
