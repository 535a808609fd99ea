// Which rejections were wrong, and what shows it. The Witness decides (W5), and proves each seat's
// and each fan's case by one rejection: it is asked again without that one, until it accuses none.
import type { Answer } from '../../domain/index.ts';
import { type Breach, judge, type WitnessInput } from '../../witness/index.ts';
import type { History } from '../types.ts';
import { witnessInputOf } from '../witness-input.ts';

/** Listed at most: each costs a judgement. The finding counts all. */
export const LISTED_REJECTIONS = 100;

export interface WrongRejection {
  readonly answer: Answer;
  /** Other orders that show that the seat was free, or that the fan had room. */
  readonly shownBy: readonly string[];
  /** The reason in one sentence. */
  readonly words: string;
}

/** The first LISTED_REJECTIONS; of one seat the first to return comes first. */
export function wrongRejections(history: History): readonly WrongRejection[] {
  const found: WrongRejection[] = [];
  let input = witnessInputOf(history);
  while (found.length < LISTED_REJECTIONS) {
    const accused = accusedIn(input);
    if (accused.size === 0) break;
    found.push(...eachAlone(input, accused));
    input = { ...input, answers: input.answers.filter(({ orderId }) => !accused.has(orderId)) };
  }
  return found.slice(0, LISTED_REJECTIONS);
}

/** One rejection of each seat and each fan that has a wrong one. */
function accusedIn(input: WitnessInput): ReadonlySet<string> {
  return new Set(judge(input).breaches.flatMap((breach) => rejectedIn(breach) ?? []));
}

/** Judged without the other rejections, so that the words are of this one only. */
function eachAlone(input: WitnessInput, accused: ReadonlySet<string>): WrongRejection[] {
  const answers = input.answers.filter(
    ({ outcome, orderId }) => outcome !== 'REJECTED' || accused.has(orderId),
  );
  const byOrder = new Map(answers.map((answer) => [answer.orderId, answer]));
  return judge({ ...input, answers }).breaches.flatMap((breach) => {
    const rejected = rejectedIn(breach);
    const answer = rejected === null ? undefined : byOrder.get(rejected);
    if (answer === undefined) return [];
    const shownBy = breach.orderIds.filter((id) => id !== rejected);
    return [{ answer, shownBy, words: breach.words }];
  });
}

/** The order that a breach of W5 says was wrongly turned away; null for other breaches. */
function rejectedIn({ rule, entries }: Breach): string | null {
  if (rule !== 'W5') return null;
  return entries.find(({ outcome }) => outcome === 'REJECTED')?.orderId ?? null;
}
