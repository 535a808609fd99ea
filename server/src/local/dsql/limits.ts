// The limits of Aurora DSQL that the gateway keeps, each with its number as of September 2026 and
// a setting, so that a test need not wait an hour.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/CHAP_quotas.html

export interface Limits {
  /** Rows changed by one transaction. */
  readonly rowsPerTransaction: number;
  /** Bytes changed by one transaction. */
  readonly bytesPerTransaction: number;
  readonly transactionAgeMs: number;
  /** Then the connection ends as soon as it is in no transaction. */
  readonly connectionLifetimeMs: number;
  /** Open at once, of the cluster; each Region's gateway counts its own. */
  readonly connections: number;
  /** New connections: the bucket's size and how fast it fills. */
  readonly connectionBurst: number;
  readonly connectionsPerSecond: number;
}

export const AURORA_DSQL_LIMITS: Limits = {
  rowsPerTransaction: 3_000,
  bytesPerTransaction: 10 * 1024 * 1024,
  transactionAgeMs: 300_000,
  connectionLifetimeMs: 3_600_000,
  connections: 10_000,
  connectionBurst: 1_000,
  connectionsPerSecond: 100,
};
