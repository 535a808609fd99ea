// Decides orders whose answer was lost, by asking the ledger under the order's own id. It repeats
// until the engine answers or the limit is reached; an order that stays open stays INDETERMINATE.
import type { Answer, Order, Sale } from '@worldseat/schema/domain';
import type { Trial } from './trial.ts';

const FIRST_DELAY_MS = 50;
const LAST_DELAY_MS = 1_000;
/** Orders asked about at the same time. */
const AT_ONCE = 8;

/** @returns the sale, null when the order certainly has none, undefined when the limit passed */
async function askLedger(
  trial: Trial,
  order: Order,
  round: number,
  untilMs: number,
): Promise<Sale | null | undefined> {
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, LAST_DELAY_MS)) {
    try {
      return await trial.engine.resolve(order, round);
    } catch {
      if (Date.now() + delayMs > untilMs) return undefined;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

/** Asks the ledger about one lost answer and records what it says. @returns the answer, decided or not */
export async function resolveAnswer(
  trial: Trial,
  lost: Answer,
  limitMs: number,
): Promise<{ readonly answer: Answer; readonly sale: Sale | null }> {
  const { orderId, seatId, buyer, region, round } = lost;
  const order = { id: orderId, seatId, buyer, region };
  const sale = await askLedger(trial, order, round, Date.now() + limitMs);
  if (sale === undefined) return { answer: lost, sale: null };
  const answer: Answer = { ...lost, outcome: sale === null ? 'FAILED' : 'CONFIRMED' };
  trial.answers.record(answer);
  if (sale !== null) trial.follower.acknowledge(sale);
  trial.live.poke();
  return { answer, sale };
}

/** Resolves every INDETERMINATE answer of a burst. @returns the answers, in their order */
export async function resolveLost(
  trial: Trial,
  answers: readonly Answer[],
  limitMs: number,
): Promise<Answer[]> {
  const resolved = [...answers];
  const open = resolved.flatMap((answer, at) => (answer.outcome === 'INDETERMINATE' ? [at] : []));
  const untilMs = Date.now() + limitMs;
  const work = async () => {
    for (let at = open.shift(); at !== undefined; at = open.shift()) {
      const lost = resolved[at];
      if (lost === undefined) continue;
      const leftMs = untilMs - Date.now();
      if (leftMs <= 0) break;
      resolved[at] = (await resolveAnswer(trial, lost, leftMs)).answer;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return resolved;
}
