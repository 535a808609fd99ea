// The closed vocabularies of WorldSeat: each value exists once, as data and as a type.
// The GraphQL enums, the records and the totals over them all read these lists, so that a new
// value fails to compile wherever it is not yet handled.

/** What one order came to. INDETERMINATE: the answer was lost, so it may have been committed. */
export const OUTCOMES = ['CONFIRMED', 'REJECTED', 'INDETERMINATE', 'FAILED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Which purchase function an order runs. */
export const STRATEGIES = ['NAIVE'] as const;
export type Strategy = (typeof STRATEGIES)[number];

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
