// Why a seat could be sold once too often, as a person would say it.
import type { Cause } from '@worldseat/schema/domain';

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  SAME_REGION_RACE: 'Race within a Region: its purchase overlapped with an earlier one there.',
  CROSS_REGION_STALENESS: 'Staleness between Regions: the other Region’s sale had not arrived.',
  STALE_READ: 'Stale read: its own Region still showed the seat as free after it was sold.',
  DUPLICATE_ORDER: 'Duplicate order: the same order was sold twice.',
  LOST_ANSWER: 'Lost answer: the buyer did not hear of the first ticket and bought again.',
  UNKNOWN: 'Cause unknown: no answer was recorded for this sale.',
};
