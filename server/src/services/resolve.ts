// Decides orders whose answer was lost, by asking the ledger under the order's own id. It repeats
// until the engine answers or the limit is reached; an order that stays open stays INDETERMINATE.
import type { Answer, Sale } from '@worldseat/schema/domain';
import type { Trial } from './trial.ts';

const FIRST_DELAY_MS = 50;
const LAST_DELAY_MS = 1_000;
/** Orders asked about at the same time. */
const AT_ONCE = 8;

/** @returns the sale, null when the order certainly has none, undefined when the limit passed */
async function askLedger(
  trial: Trial,
  lost: Answer,
  untilMs: number,
): Promise<Sale | null | undefined> {
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, LAST_DELAY_MS)) {
    const decided = await askOnce(trial, lost).catch(() => undefined);
    if (decided !== undefined || Date.now() + delayMs > untilMs) return decided;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
}

/** @throws EngineUnavailable */
async function askOnce({ engine, answers }: Trial, lost: Answer): Promise<Sale | null | undefined> {
  const { orderId: id, seatId, buyer, round, presses } = lost;
  // Pressed more than once, it may have been sold in any of the Regions.
  const sold = presses === 1 ? null : await engine.recall(id, seatId);
  const region = answers.lostIn(lost);
  // An order can be given up for certain in one Region, not in two at once: there it stays open.
  if (sold !== null || region === null) return sold ?? undefined;
  return engine.resolve({ id, seatId, buyer, region }, round);
}

/** Asks the ledger about one lost answer and records what it says. @returns the answer, decided or not */
export async function resolveAnswer(
  trial: Trial,
  lost: Answer,
  limitMs: number,
): Promise<{ readonly answer: Answer; readonly sale: Sale | null }> {
  const sale = await askLedger(trial, lost, Date.now() + limitMs);
  if (sale === undefined) return { answer: lost, sale: null };
  const answer: Answer = { ...lost, outcome: sale === null ? 'FAILED' : 'CONFIRMED', lost: true };
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
