// Fills a frame's pixels from the model: seats that were written, and those whose flash fades, each
// compared with what was painted there last. Whoever lost count of the changes looks at every seat,
// so that none can be stale. Pure but for the pixels it is given.
import { Flashes } from './flashes.ts';
import {
  flashStep,
  isFlashing,
  LOOK_FREE,
  LOOK_NONE,
  LOOK_OVERSOLD,
  nextStepMs,
  settledLooks,
} from './look.ts';
import { OVERSOLD, SOLD, type FloorModel } from './model.ts';
import type { Frame } from './sprite.ts';

/** Puts one seat into the frame; what is outside is left out. */
export type StampSeat = (frame: Frame, index: number, look: number) => void;

export interface Ground {
  readonly frame: Frame;
  /** The colour behind the seats, packed. */
  readonly stage: number;
  readonly stampSeat: StampSeat;
}

export interface Moment {
  readonly nowMs: number;
  /** No flashes: the visitor asked for less motion. */
  readonly calm: boolean;
}

export interface Painted {
  /** False: the frame is as it was. */
  readonly changed: boolean;
  /** A flash is alive, so that another frame is needed. */
  readonly alive: boolean;
}

type Seats = Pick<FloorModel, 'status' | 'region' | 'soldAt' | 'oversold' | 'changes'>;

export class SeatRaster {
  readonly model: Seats;
  #ground: Ground;
  /** As painted. */
  readonly #looks: Uint8Array;
  readonly #flashes: Flashes;
  /** Their discs are larger than a seat, and stay above their neighbours, the last above the first. */
  readonly #hot: number[] = [];
  #isHotSorted = true;
  #settled = settledLooks(false);
  #calm = false;
  #seen = Number.NEGATIVE_INFINITY;
  #changed = false;
  #uncovered = false;

  constructor(model: Seats, ground: Ground) {
    this.model = model;
    this.#ground = ground;
    this.#looks = new Uint8Array(model.status.length);
    this.#flashes = new Flashes(model.status.length);
  }

  /** Seats stand elsewhere, or look different: all are painted anew. */
  restart(ground: Ground): void {
    this.#ground = ground;
    this.#seen = Number.NEGATIVE_INFINITY;
  }

  paint({ nowMs, calm }: Moment): Painted {
    const { model } = this;
    const isFresh = this.#seen === Number.NEGATIVE_INFINITY;
    const settled = settledLooks(model.oversold > 0);
    const isSameLook = settled === this.#settled && calm === this.#calm;
    this.#settled = settled;
    this.#calm = calm;
    this.#changed = isFresh;
    if (isFresh) this.#clear();
    if (isSameLook && model.changes.remembers(this.#seen)) this.#paintNews(nowMs);
    else this.#paintAll(nowMs);
    if (this.#uncovered) {
      // A disc that went leaves its rim on its neighbours.
      this.#clear();
      this.#paintAll(nowMs);
    }
    if (this.#changed) this.#stampHot();
    this.#seen = model.changes.count;
    return { changed: this.#changed, alive: this.#flashes.alive };
  }

  #clear(): void {
    const { frame, stage } = this.#ground;
    frame.pixels.fill(stage);
    this.#looks.fill(LOOK_NONE);
    this.#flashes.clear();
    this.#hot.length = 0;
    this.#uncovered = false;
  }

  #paintAll(nowMs: number): void {
    for (let seat = 0; seat < this.#looks.length; seat += 1) this.#paintSeat(seat, nowMs);
  }

  #paintNews(nowMs: number): void {
    const { changes } = this.model;
    const due = this.#flashes.takeDue(nowMs);
    for (let at = 0; at < due; at += 1) {
      this.#paintSeat(this.#flashes.due[at] ?? 0, nowMs);
    }
    for (let at = this.#seen; at < changes.count; at += 1) {
      this.#paintSeat(changes.at(at), nowMs);
    }
  }

  #paintSeat(seat: number, nowMs: number): void {
    const { status, region, soldAt } = this.model;
    const state = status[seat];
    let look = LOOK_FREE;
    if (state === OVERSOLD) look = LOOK_OVERSOLD;
    if (state === SOLD) {
      look = this.#settled[region[seat] ?? 0] ?? 0;
      const soldAtMs = soldAt[seat] ?? 0;
      if (!this.#calm) look += flashStep(nowMs - soldAtMs);
    }
    if (isFlashing(look)) this.#flashes.expect(seat, nextStepMs(look, soldAt[seat] ?? 0));
    else this.#flashes.settle(seat);
    const before = this.#looks[seat];
    if (look === before) return;
    this.#looks[seat] = look;
    this.#changed = true;
    if (before === LOOK_OVERSOLD) this.#uncovered = true;
    if (look === LOOK_OVERSOLD) {
      this.#hot.push(seat);
      this.#isHotSorted = false;
    } else this.#ground.stampSeat(this.#ground.frame, seat, look);
  }

  #stampHot(): void {
    const { frame, stampSeat } = this.#ground;
    if (!this.#isHotSorted) this.#hot.sort((one, other) => one - other);
    this.#isHotSorted = true;
    for (const seat of this.#hot) stampSeat(frame, seat, LOOK_OVERSOLD);
  }
}
