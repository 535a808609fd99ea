// How large a recording may be for whoever reads or writes it; beyond, that is a HistoryFault
// TOO_LARGE. Its text, and each history in it, also keep to HISTORY_LIMITS.

export const RECORDING_LIMITS = {
  takes: 100,
  /** Of all takes together. */
  bursts: 100,
  /** Seats on sale and rows of seats tables, of all bursts together. */
  seats: 8_000_000,
  /** Characters of the title, and of each label. */
  titleLength: 200,
} as const;
