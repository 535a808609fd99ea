// A replay as its controls see it: one moment of one or several recorded bursts, shown side by side
// on one clock. Bursts that were fired together start together at 0.
import type { BuyerPhase } from '../floor/actors.ts';
import type { ShownEngine } from '../state/shown-engine.ts';

/** Slower than real by so much; 1 is real time. */
export const SPEEDS = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;
export type Speed = (typeof SPEEDS)[number];

/** A moment that a talk steps to. */
export interface ReplayMark {
  readonly atNs: number;
  readonly label: string;
  /** FAULT: something was broken on purpose. CONTRADICTION: the second sale of a seat. */
  readonly kind: 'MARKER' | 'FAULT' | 'CONTRADICTION';
}

export interface Replay {
  /** One for each recorded burst, in the order of the stage. They change as time goes on. */
  readonly engines: readonly ShownEngine[];
  readonly durationNs: number;
  /** 0 to durationNs. */
  readonly timeNs: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** By time. */
  readonly marks: readonly ReplayMark[];
  /** What the buyers of these bursts do, in the order of a purchase. */
  readonly phases: readonly BuyerPhase[];
  /** The seat whose holders the verdicts name. */
  readonly focusSeat: string | null;
  /** Another seat in question; ignored on floors that do not have it. */
  focus(seat: string): void;
  /** From the start again when it stood at the end. */
  play(): void;
  pause(): void;
  seek(timeNs: number): void;
  /** To the next or previous thing that happened, and pauses. */
  step(direction: 1 | -1): void;
  /** To the next or previous mark, and pauses. @returns false when there is none that way */
  stepMark(direction: 1 | -1): boolean;
  setSpeed(speed: Speed): void;
  close(): void;
}
