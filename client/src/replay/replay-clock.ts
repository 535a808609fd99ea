// The clock of a replay: time runs while it plays, as much slower than the wall's as its speed says,
// and stops at the end. It knows no picture: whoever shows one is told every moment. It asks for
// frames only while it plays, and for none once it is closed.
import { SPEEDS, type Speed } from './session.ts';

/** The browser's frames, or a test's. */
export interface Frames {
  /** @param onFrame is told a monotonic clock, in milliseconds */
  request(onFrame: (nowMs: number) => void): number;
  cancel(request: number): void;
}

export const BROWSER_FRAMES: Frames = {
  request: (onFrame) => requestAnimationFrame(onFrame),
  cancel: (request) => cancelAnimationFrame(request),
};

/** A page that was hidden goes on where it was: no frame may skip more than this. */
const LONGEST_FRAME_MS = 100;

export interface ClockState {
  readonly timeNs: number;
  readonly playing: boolean;
}

export class ReplayClock {
  readonly #frames: Frames;
  readonly #durationNs: number;
  readonly #onChange: (state: ClockState) => void;
  #timeNs = 0;
  #speed: Speed = SPEEDS[0];
  #request: number | null = null;
  #lastFrameMs: number | null = null;
  #closed = false;

  constructor(durationNs: number, onChange: (state: ClockState) => void, frames: Frames) {
    this.#durationNs = durationNs;
    this.#onChange = onChange;
    this.#frames = frames;
  }

  get timeNs(): number {
    return this.#timeNs;
  }

  get playing(): boolean {
    return this.#request !== null;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
  }

  /** From the start again when it stands at the end. */
  play(): void {
    if (this.playing || this.#closed) return;
    if (this.#timeNs >= this.#durationNs) this.#timeNs = 0;
    this.#lastFrameMs = null;
    this.#ask();
    this.#tell();
  }

  pause(): void {
    if (this.#request === null) return;
    this.#frames.cancel(this.#request);
    this.#request = null;
    this.#tell();
  }

  /** Goes on playing from there if it plays. @param timeNs is kept within the replay */
  seek(timeNs: number): void {
    if (this.#closed || Number.isNaN(timeNs)) return;
    this.#timeNs = Math.min(this.#durationNs, Math.max(0, timeNs));
    this.#tell();
  }

  close(): void {
    this.#closed = true;
    if (this.#request !== null) this.#frames.cancel(this.#request);
    this.#request = null;
  }

  #ask(): void {
    this.#request = this.#frames.request((nowMs) => this.#frame(nowMs));
  }

  #frame(nowMs: number): void {
    this.#request = null;
    const sinceMs = Math.min(LONGEST_FRAME_MS, nowMs - (this.#lastFrameMs ?? nowMs));
    this.#lastFrameMs = nowMs;
    this.#timeNs = Math.min(this.#durationNs, this.#timeNs + (sinceMs * 1e6) / this.#speed);
    if (this.#timeNs < this.#durationNs) this.#ask();
    this.#tell();
  }

  #tell(): void {
    this.#onChange({ timeNs: this.#timeNs, playing: this.playing });
  }
}
