// What a rule about one seat is: a pure look at the seat that finds a breach or none.
import type { Circumstances } from './circumstances.ts';
import type { SeatEvidence } from './evidence.ts';
import type { Breach } from './types.ts';

/** @returns null also where the rule cannot be judged: that is said by the reasons for UNPROVEN */
export type SeatRule = (seat: SeatEvidence, around: Circumstances) => Breach | null;
