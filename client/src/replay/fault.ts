// Why a history cannot be replayed, in words that a visitor can act on. A history that can be judged
// may still not be shown: a floor needs seats that this build knows.

/**
 * NOTHING: no history was given. UNKNOWN_VENUE, UNKNOWN_SEAT: made by a build with other floors.
 * TOO_LARGE: beyond REPLAY_LIMITS.
 */
export type ReplayFaultCode = 'NOTHING' | 'UNKNOWN_VENUE' | 'UNKNOWN_SEAT' | 'TOO_LARGE';

export class ReplayFault extends Error {
  override readonly name = 'ReplayFault';
  readonly code: ReplayFaultCode;

  constructor(code: ReplayFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const REPLAY_LIMITS = {
  /** Buyers of one burst: each of them is drawn. */
  orders: 100_000,
  /** Bursts side by side. */
  histories: 8,
} as const;
