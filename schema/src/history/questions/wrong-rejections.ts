// Which rejections were wrong, and what shows it. The Witness decides (W5), and proves each seat's
// and each fan's case by one rejection: it is asked again without that one, until it accuses none.
import type { Answer } from '../../domain/index.ts';
import { type Breach, judge, type WitnessInput } from '../../witness/index.ts';
import type { History } from '../types.ts';
import { witnessInputOf } from '../witness-input.ts';

/** Listed at most: each costs a judgement. The finding counts all. */
export const LISTED_REJECTIONS = 100;
const JUDGED_AT_ONCE = 100;

export interface WrongRejection {
  readonly answer: Answer;
  /** Other orders that show that the seat was free, or that the fan had room. */
  readonly shownBy: readonly string[];
  /** The reason in one sentence. */
  readonly words: string;
}

/** The first LISTED_REJECTIONS, by when they returned, roughly. */
export function wrongRejections(history: History): readonly WrongRejection[] {
  const input = witnessInputOf(history);
  if (judge(input).wrongRejections === 0) return [];
  const rejected = input.answers.filter(isRejected).sort((a, b) => a.returnNs - b.returnNs);
  const others = input.answers.filter((answer) => !isRejected(answer));
  const found: WrongRejection[] = [];
  for (let at = 0; at < rejected.length && found.length < LISTED_REJECTIONS; at += JUDGED_AT_ONCE) {
    found.push(
      ...wrongAmong(rejected.slice(at, at + JUDGED_AT_ONCE), { ...input, answers: others }),
    );
  }
  return found.slice(0, LISTED_REJECTIONS);
}

/** No rejection bears on another: these alone, beside all other answers, are judged as among all. */
function wrongAmong(rejected: readonly Answer[], others: WitnessInput): WrongRejection[] {
  const beside = (those: readonly Answer[]): WitnessInput => ({
    ...others,
    answers: [...others.answers, ...those],
  });
  const found: WrongRejection[] = [];
  for (let left = rejected; ;) {
    const accused = accusedIn(beside(left));
    if (accused.size === 0) return found;
    found.push(...eachAlone(beside(left), accused));
    left = left.filter(({ orderId }) => !accused.has(orderId));
  }
}

const isRejected = ({ outcome }: Answer): boolean => outcome === 'REJECTED';

/** One rejection of each seat and each fan that has a wrong one. */
function accusedIn(input: WitnessInput): ReadonlySet<string> {
  return new Set(judge(input).breaches.flatMap((breach) => rejectedIn(breach) ?? []));
}

/** Judged without the other rejections, so that the words are of this one only. */
function eachAlone(input: WitnessInput, accused: ReadonlySet<string>): WrongRejection[] {
  const answers = input.answers.filter(
    (answer) => !isRejected(answer) || accused.has(answer.orderId),
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
