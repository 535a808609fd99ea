// Decides what one event of a floor means for the picture: begin it, continue it, or distrust it.
// Pure; whoever holds the picture acts on the answer.

export interface FloorSync {
  /** Of the geometry that was read. */
  readonly revision: number;
  /** Of the last event applied; null before the first. */
  readonly sequence: number | null;
}

/** The number of a subscription's first event. */
const FIRST = 1;

/** replace: the event is the whole floor; apply: it continues; reread: read floor and seats afresh. */
export type SyncStep = 'replace' | 'apply' | 'reread';

export function syncStep(
  sync: FloorSync,
  update: { readonly revision: number; readonly sequence: number },
): SyncStep {
  if (update.revision !== sync.revision) return 'reread';
  // The first event of a subscription is the whole floor. Any other one is a part, of we know not what.
  if (sync.sequence === null) return update.sequence === FIRST ? 'replace' : 'reread';
  return update.sequence === sync.sequence + 1 ? 'apply' : 'reread';
}
