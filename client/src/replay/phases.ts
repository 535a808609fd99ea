// What buyers do in a replay, in words: the key to the shapes that run over its floor. Only what can
// be seen in the bursts that are shown is named.
import { OUTCOMES } from '@worldseat/schema/domain';
import { BUYER_PHASES, type BuyerPhase } from '../floor/actors.ts';
import type { BurstTimes } from './burst-times.ts';

export const PHASE_WORDS: Readonly<Record<BuyerPhase, string>> = {
  RUNNING: 'on the way',
  READING: 'reads',
  WRITING: 'writes, waits',
  CONFLICT: 'refused, retries',
  CONFIRMED: 'confirmed',
  REJECTED: 'rejected',
  INDETERMINATE: 'answer lost',
  FAILED: 'failed',
};

type Known = Pick<BurstTimes, 'outcome' | 'refused' | 'readNs'>;

/** In the order in which a buyer comes through them. */
export function phasesOf(bursts: readonly Known[]): readonly BuyerPhase[] {
  const seen = new Set<BuyerPhase>(['RUNNING']);
  for (const { outcome, refused, readNs } of bursts) {
    if (readNs.length > 0) seen.add('READING').add('WRITING');
    if (refused.includes(1)) seen.add('CONFLICT');
    OUTCOMES.forEach((name, index) => outcome.includes(index) && seen.add(name));
  }
  return BUYER_PHASES.filter((phase) => seen.has(phase));
}
