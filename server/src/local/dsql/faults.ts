// Faults on demand, as Aurora DSQL has them now and then. They are asked for by tests and by the
// stage, never by an engine; without them nothing here changes an answer.

export interface Faults {
  /** The next N writing COMMITs end as 40001 (OC000), not carried out. */
  readonly conflictCommits: number;
  /** The next N writing COMMITs are carried out, and the connection ends without an answer. */
  readonly dropAcknowledgements: number;
  /** The next N writing COMMITs answer XX000 "server unavailable", … */
  readonly unavailableCommits: number;
  /** … after they have been carried out, or without. */
  readonly unavailableApplied: boolean;
  /** The endpoint is cut: connections end, new ones are closed at once. */
  readonly cut: boolean;
  /** Every new connection hears that the cluster is waking up. */
  readonly asleep: boolean;
}

export const NO_FAULTS: Faults = {
  conflictCommits: 0,
  dropAcknowledgements: 0,
  unavailableCommits: 0,
  unavailableApplied: false,
  cut: false,
  asleep: false,
};
