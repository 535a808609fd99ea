// Keeps asking the ledger about answers that were lost, also those of an earlier run, until each is
// decided or its round is over. Nobody waits for it; the verdict stays UNPROVEN meanwhile.
import { isReservedOrder } from '@worldseat/schema/domain';
import type { Log } from '../log.ts';
import { resolveLost } from './resolve.ts';
import type { Trial } from './trial.ts';

const INTERVAL_MS = 2_000;
/** One round of asking; what is open then waits for the next. */
const ROUND_LIMIT_MS = 10_000;

/** @returns what stops it */
export function keepResolving(trial: Trial, log: Log): () => void {
  let asking = false;
  const ask = async () => {
    if (asking || trial.answers.lost.length === 0) return;
    asking = true;
    try {
      for (const answer of await resolveLost(trial, trial.answers.lost, ROUND_LIMIT_MS)) {
        if (answer.outcome === 'INDETERMINATE') continue;
        // A burst's answers are in its own file.
        if (!isReservedOrder(answer.orderId)) await trial.journal.append({ answer });
      }
    } catch (error) {
      log.warn({ engine: trial.engine.id, err: error }, 'lost answers could not be decided');
    } finally {
      asking = false;
    }
  };
  const timer = setInterval(() => void ask(), INTERVAL_MS).unref();
  return () => clearInterval(timer);
}
