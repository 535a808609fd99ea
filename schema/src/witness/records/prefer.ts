// Which of two records about the same thing is kept. The choice does not depend on which of them came
// first, so that a history can be heard in any order of arrival.
import { compareText, type Answer, type Release, type Sale } from '../../domain/index.ts';

/** CONFIRMED or INDETERMINATE: what was decided wins over what was not; then the later answer. */
export function preferAnswer(one: Answer, other: Answer): Answer {
  if (one.outcome !== other.outcome) return one.outcome === 'CONFIRMED' ? one : other;
  return (laterFirst(one, other) || unsureFirst(one, other)) <= 0 ? one : other;
}

/** All else that is judged or told of an answer: only a damaged history has two that differ here. */
function unsureFirst(one: Answer, other: Answer): number {
  return (
    Number(other.lost) - Number(one.lost) ||
    other.presses - one.presses ||
    compareText(one.read ?? '', other.read ?? '') ||
    compareText(JSON.stringify(one.trace), JSON.stringify(other.trace))
  );
}

export function preferSale(one: Sale, other: Sale): Sale {
  const order =
    one.soldAtMs - other.soldAtMs ||
    compareText(one.buyer, other.buyer) ||
    compareText(one.region, other.region) ||
    one.attempts - other.attempts;
  return order <= 0 ? one : other;
}

const RELEASE_RANK: Readonly<Record<Release['outcome'], number>> = {
  RELEASED: 0,
  FAILED: 1,
  INDETERMINATE: 2,
};

export function preferRelease(one: Release, other: Release): Release {
  const rank = RELEASE_RANK[one.outcome] - RELEASE_RANK[other.outcome];
  return (rank || laterFirst(one, other)) <= 0 ? one : other;
}

type Timed = Pick<Answer, 'callNs' | 'returnNs' | 'buyer' | 'region'>;

/** For Array.sort: the later return first; the rest only makes the order whole. */
export function laterFirst(one: Timed, other: Timed): number {
  return (
    other.returnNs - one.returnNs ||
    other.callNs - one.callNs ||
    compareText(one.buyer, other.buyer) ||
    compareText(one.region, other.region)
  );
}
