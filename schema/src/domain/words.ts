// The closed vocabularies of WorldSeat: each value exists once, as data and as a type.
// The GraphQL enums, the records and the totals over them all read these lists, so that a new
// value fails to compile wherever it is not yet handled.

/** What one order came to. INDETERMINATE: the answer was lost, so it may have been committed. */
export const OUTCOMES = ['CONFIRMED', 'REJECTED', 'INDETERMINATE', 'FAILED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an order was REJECTED: the seat was taken, or its fan holds as many as the rule allows. */
export const REJECTION_REASONS = ['SEAT_TAKEN', 'FAN_LIMIT'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Which purchase function an order runs. */
export const STRATEGIES = ['NAIVE', 'CONDITIONAL', 'FOR_UPDATE', 'COUNTER_ROW'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** What a burst is about: who wants what, and what goes wrong on the way. */
export const SCENARIOS = ['ONE_SEAT', 'ON_SALE', 'FAN_LIMIT', 'RETRY_STORM'] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** Why a seat has a sale too many, as its recorded reads and Regions tell. */
export const CAUSES = [
  'SAME_REGION_RACE',
  'CROSS_REGION_STALENESS',
  'STALE_READ',
  'DUPLICATE_ORDER',
  'LOST_ANSWER',
  'UNKNOWN',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A seat as the ledger shows it: no sale, one sale, more than one. */
export const SEAT_STATUSES = ['AVAILABLE', 'SOLD', 'OVERSOLD'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/** What the Witness says. UNPROVEN always carries its reasons. */
export const VERDICT_RESULTS = ['LINEARIZABLE', 'VIOLATED', 'UNPROVEN'] as const;
export type VerdictResult = (typeof VERDICT_RESULTS)[number];

/** Where an engine's database runs. */
export const DEPLOYMENTS = ['EMBEDDED', 'AWS', 'EXTERNAL'] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];

/** FAILED: the burst could not be finished, for instance because the server stopped. */
export const BURST_STATES = ['RUNNING', 'SETTLED', 'FAILED'] as const;
export type BurstState = (typeof BURST_STATES)[number];
