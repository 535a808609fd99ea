// Every limit of the control plane; what happens at each is an error by name.
export interface Quotas {
  /** Single-Region clusters in one Region: as AWS, 20. */
  readonly singleRegionClusters: number;
  /** Multi-Region clusters in one Region: as AWS, 5. */
  readonly multiRegionClusters: number;
}

export const DEFAULT_QUOTAS: Quotas = { singleRegionClusters: 20, multiRegionClusters: 5 };

/** A longer body is answered with RequestEntityTooLargeException and the connection closes. */
export const MAX_BODY_BYTES = 65_536;
/** Further connections are closed at once. */
export const MAX_CONNECTIONS = 256;
/** A request that takes longer to arrive is answered with 408 and closed. */
export const REQUEST_LIMIT_MS = 30_000;
/** An idle connection is closed after this. */
export const KEEP_ALIVE_MS = 65_000;
/** Answers remembered by client token: the oldest is forgotten first. */
export const MAX_REMEMBERED_ANSWERS = 1_000;
/** An answer is forgotten after this. */
export const REMEMBER_MS = 86_400_000;
/** How far a signature's time may be from ours. */
export const MAX_CLOCK_SKEW_MS = 300_000;
/** ListClusters without max-results. */
export const DEFAULT_PAGE_SIZE = 10;
export const MAX_PAGE_SIZE = 100;
/** Of one cluster. */
export const MAX_TAGS = 200;
