// How large a history may be for whoever reads it; beyond, reading is a HistoryFault TOO_LARGE.

export const HISTORY_LIMITS = {
  /** Characters of the whole text: 200 MB where all are of one byte. */
  textLength: 200_000_000,
  /** Characters of one line. */
  lineLength: 16_000_000,
  orders: 1_000_000,
  /** Seats of the scope, also when they are written as ranges. */
  seats: 1_000_000,
  /** Seats tables: one a Region. */
  tables: 100,
  /** Rows of all seats tables together, also when they are written as the rest. */
  tableRows: 4_000_000,
} as const;
