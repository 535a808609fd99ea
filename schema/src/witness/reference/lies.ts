// What can be wrong with a history: faults of a whole reading, and single records that are not true.
// Support of tests; the product never imports it.
import type { Answer, Random } from '../../domain/index.ts';
import {
  availableRow,
  BUYERS,
  chance,
  pick,
  REGIONS,
  ROUND,
  saleOf,
  upTo,
  type Draft,
} from './records.ts';

/** Some of what can be wrong with a reading as a whole. */
export function withFaults(random: Random, draft: Draft): Draft {
  const faults: readonly ((draft: Draft) => void)[] = [
    (it) => (it.pending = 1 + upTo(random, 2)),
    (it) => it.holes.push('The server stopped.'),
    (it) => (it.converged = false),
    (it) => it.unreachable.push({ region: pick(random, REGIONS), reason: 'refused' }),
    (it) => it.tables.push({ region: 'eu-west-1', unreachable: 'refused' }),
    (it) => it.tables.push({ region: 'eu-west-1', rows: [availableRow('A1')] }),
    (it) => (it.tables = []),
    sellTwice(random),
    sellTwice(random),
    (it) => it.sales.push(...strangers(random)),
    () => undefined,
    () => undefined,
  ];
  pick(random, faults)(draft);
  pick(random, faults)(draft);
  return draft;
}

/** An order id that has a sale gets another one, mostly of another seat. */
const sellTwice =
  (random: Random) =>
  (draft: Draft): void => {
    if (draft.sales.length === 0) return;
    const sale = pick(random, draft.sales);
    const seatId = pick(random, [...draft.scope.keys()]);
    const round = chance(random, 0.9) ? ROUND : ROUND + 1;
    const same = draft.sales.find(
      (it) => it.id === sale.id && it.seatId === seatId && it.round === round,
    );
    // The same row again is the same in every field.
    const soldAtMs = same?.soldAtMs ?? (chance(random, 0.3) ? sale.soldAtMs : upTo(random, 5));
    draft.sales.push({ ...sale, seatId, round, soldAtMs });
    const answer = draft.answers.find(({ orderId }) => orderId === sale.id);
    if (answer !== undefined && seatId !== sale.seatId && chance(random, 0.5)) {
      draft.answers.push({ ...answer, seatId });
    }
  };

/** Sales of another round and of a seat outside the scope, which must not be judged. */
function strangers(random: Random): Draft['sales'] {
  const sold = { orderId: 'stranger', buyer: pick(random, BUYERS), region: pick(random, REGIONS) };
  return [
    saleOf(random, { ...sold, seatId: 'A1', round: ROUND + 1 }),
    saleOf(random, { ...sold, seatId: 'Z9', round: ROUND }),
  ];
}

/**
 * One record is dropped, added or changed. An answer whose ticket was given back stays as it is: a
 * release is of a confirmed order, called after its purchase returned.
 */
export function withOneLie(random: Random, draft: Draft): Draft {
  const isGivenBack = ({ orderId }: Answer): boolean =>
    draft.releases.some((release) => release.orderId === orderId);
  const chosen = draft.answers.filter((answer) => !isGivenBack(answer));
  const answer = chosen[upTo(random, Math.max(0, chosen.length - 1))];
  const lies = [
    () => draft.sales.splice(upTo(random, 5), 1),
    () => draft.releases.splice(upTo(random, 2), 1),
    sellTwice(random).bind(null, draft),
    ...(answer === undefined ? [] : liesAbout(random, draft, answer)),
  ];
  pick(random, lies)();
  return draft;
}

function liesAbout(random: Random, draft: Draft, answer: Answer): (() => unknown)[] {
  const change = (changes: Partial<Answer>): void => {
    draft.answers = draft.answers.map((it) => (it === answer ? { ...it, ...changes } : it));
  };
  const callNs = upTo(random, 12);
  const buyer = pick(random, BUYERS);
  return [
    () => (draft.answers = draft.answers.filter((it) => it !== answer)),
    () => draft.sales.push(saleOf(random, answer)),
    () => change({ outcome: 'REJECTED', rejectionReason: 'SEAT_TAKEN', lost: false }),
    () => change({ outcome: 'REJECTED', rejectionReason: 'FAN_LIMIT', lost: false }),
    () => change({ outcome: 'FAILED', rejectionReason: null, lost: false }),
    () => change({ callNs, returnNs: callNs + upTo(random, 2) }),
    () => {
      change({ buyer });
      draft.sales = draft.sales.map((it) => (it.id === answer.orderId ? { ...it, buyer } : it));
    },
  ];
}
