// The records that a breach is proven by, in the one form that they are shown in.
import type { Answer, Cause, Release, Sale, SeatRow } from '../domain/index.ts';
import type { Breach, EvidenceEntry, Rule } from './types.ts';

type Place = Pick<Breach, 'seatId' | 'round'>;

const NOTHING_MORE = { outcome: null, read: null, callNs: null, returnNs: null } as const;

/** A breach and its proof. @param cause of a sale too many; null for all else */
export function breachOf(
  rule: Rule,
  { seatId, round }: Place,
  entries: readonly EvidenceEntry[],
  words: string,
  cause: Cause | null = null,
): Breach {
  const orderIds = [...new Set(entries.flatMap(({ orderId }) => orderId ?? []))];
  return { rule, seatId, round, orderIds, entries, cause, words };
}

export function saleEntry({ id, seatId, round, buyer, region }: Sale): EvidenceEntry {
  return { kind: 'SALE', orderId: id, seatId, round, buyer, region, ...NOTHING_MORE };
}

export function answerEntry(answer: Answer): EvidenceEntry {
  const { orderId, seatId, round, buyer, region, outcome, read, callNs, returnNs } = answer;
  const whose = { orderId, seatId, round, buyer, region };
  return { kind: 'ANSWER', ...whose, outcome, read, callNs, returnNs };
}

export function releaseEntry(release: Release): EvidenceEntry {
  const { orderId, seatId, round, buyer, region, callNs, returnNs } = release;
  const whose = { orderId, seatId, round, buyer, region };
  return { kind: 'RELEASE', ...whose, outcome: null, read: null, callNs, returnNs };
}

export function rowEntry({ orderId, seatId, round, owner, region }: SeatRow): EvidenceEntry {
  return { kind: 'ROW', orderId, seatId, round, buyer: owner, region, ...NOTHING_MORE };
}
