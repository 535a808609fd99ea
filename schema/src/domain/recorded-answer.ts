// An answer as it may lie on disk: earlier versions wrote fewer fields. What they did not write is
// not made up; it is the value that stands for "not recorded".
import type { Answer } from './records.ts';

type NewField = 'rejectionReason' | 'readOrderId' | 'trace' | 'presses' | 'lost';

export type RecordedAnswer = Omit<Answer, NewField> & Partial<Pick<Answer, NewField>>;

/** The answer with every field that this version has. */
export function completeAnswer(recorded: RecordedAnswer): Answer {
  return {
    rejectionReason: null,
    readOrderId: null,
    trace: [],
    presses: 1,
    // It alone is sure to be a lost one; of those that were decided later nothing was noted.
    lost: recorded.outcome === 'INDETERMINATE',
    ...recorded,
  };
}
