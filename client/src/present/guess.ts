// A guess before the reveal, and what became of it: the question that a burst asks, the number that
// answers it, and the words for both. Pure; the answer is the ledger's, never the guess's.
import type { Scenario } from '@worldseat/schema/domain';
import { count } from '../state/words.ts';

/** What is counted: people who hold one seat, tickets sold too many, or beyond a fan's limit. */
export type GuessSubject =
  | { readonly kind: 'HOLDERS'; readonly seat: string }
  | { readonly kind: 'TOO_MANY' }
  | { readonly kind: 'OVER_LIMIT' };

export function subjectOf(scenario: Scenario, seat: string | null): GuessSubject {
  if (scenario === 'FAN_LIMIT') return { kind: 'OVER_LIMIT' };
  return seat === null ? { kind: 'TOO_MANY' } : { kind: 'HOLDERS', seat };
}

type Kind = GuessSubject['kind'];

const QUESTIONS: Readonly<Record<Kind, (seat: string) => string>> = {
  HOLDERS: (seat) => `How many will hold ${seat}?`,
  TOO_MANY: () => 'How many tickets too many?',
  OVER_LIMIT: () => 'How many tickets beyond the limit?',
};

export function questionOf(subject: GuessSubject): string {
  return QUESTIONS[subject.kind](subject.kind === 'HOLDERS' ? subject.seat : '');
}

/** What a settled burst came to, by the ledger. Null: not known (yet). */
export interface Measured {
  readonly confirmed: number;
  readonly oversold: number;
  readonly overLimit: number | null;
  /** Sales too many that were to be expected of the windows measured. */
  readonly predicted: number | null;
}

const ANSWERS: Readonly<Record<Kind, (measured: Measured) => number | null>> = {
  HOLDERS: ({ confirmed }) => confirmed,
  TOO_MANY: ({ oversold }) => oversold,
  OVER_LIMIT: ({ overLimit }) => overLimit,
};

/** @returns null while the answer is not known */
export function answerOf({ kind }: GuessSubject, measured: Measured): number | null {
  return ANSWERS[kind](measured);
}

const EXPECTED: Readonly<Record<Kind, (tooMany: number, confirmed: number) => number | null>> = {
  // One ticket is the right one.
  HOLDERS: (tooMany, confirmed) => (confirmed === 0 ? null : tooMany + 1),
  TOO_MANY: (tooMany) => tooMany,
  // The prediction knows nothing of limits.
  OVER_LIMIT: () => null,
};

/** What the measured windows let expect, in the unit of the answer; null: nothing to be said. */
export function expectedOf({ kind }: GuessSubject, measured: Measured): number | null {
  const { predicted, confirmed } = measured;
  return predicted === null ? null : EXPECTED[kind](predicted, confirmed);
}

export function expectedWords(expected: number): string {
  const rounded =
    expected >= 10 ? count(Math.round(expected)) : String(Number(expected.toFixed(1)));
  return `${rounded} expected, computed from the windows that this burst measured`;
}

/** "You said 2. It is 60." @param said null: no guess for this engine */
export function landingWords(said: number | null, answer: number): string {
  const truth = `It is ${count(answer)}.`;
  if (said === null) return truth;
  return said === answer
    ? `You said ${count(said)}. Exactly.`
    : `You said ${count(said)}. ${truth}`;
}

export function standingWords(said: number | null): string {
  return said === null ? 'Nobody guessed.' : `You said ${count(said)}.`;
}

/** A typed guess. @returns a number, null when nothing is typed, or in words what is wrong */
export function readGuess(typed: string, most: number): number | null | string {
  if (typed.trim() === '') return null;
  const said = Number(typed.trim());
  const right = Number.isInteger(said) && said >= 0 && said <= most;
  return right ? said : `A guess is a whole number from 0 to ${count(most)}.`;
}

/** The right end of the bars: whole, round, and not less than any of the values or 1. */
export function scaleEnd(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((each) => each * unit >= most) ?? 10;
  return step * unit;
}
