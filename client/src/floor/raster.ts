// Fills a frame's pixels from the model. It compares what each seat should look like with what was
// painted there last, and paints only what differs: whatever changed, and however, no seat can be
// stale. Pure but for the pixels it is given.
import { FLASH_MS, flashStep, LOOK_FREE, LOOK_NONE, LOOK_OVERSOLD, settledLooks } from './look.ts';
import { OVERSOLD, SOLD, type FloorModel } from './model.ts';
import type { Frame } from './sprite.ts';

/** Puts one seat into the frame; what is outside is left out. */
export type StampSeat = (frame: Frame, index: number, look: number) => void;

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

type Seats = Pick<FloorModel, 'status' | 'region' | 'soldAt' | 'oversold'>;

export class SeatRaster {
  readonly frame: Frame;
  readonly #stage: number;
  readonly #stamp: StampSeat;
  readonly #looks: Uint8Array;
  #fresh = true;

  /** @param stage the colour behind the seats, packed */
  constructor(frame: Frame, stage: number, seatCount: number, stampSeat: StampSeat) {
    this.frame = frame;
    this.#stage = stage;
    this.#stamp = stampSeat;
    this.#looks = new Uint8Array(seatCount).fill(LOOK_NONE);
  }

  paint(model: Seats, moment: Moment): Painted {
    if (this.#fresh) this.#clear();
    const painted = this.#paintSeats(model, moment);
    if (painted !== 'again') return painted;
    // A disc that shrinks leaves its rim on its neighbours.
    this.#clear();
    const anew = this.#paintSeats(model, moment);
    return anew === 'again' ? { changed: true, alive: true } : anew;
  }

  #clear(): void {
    this.#fresh = false;
    this.frame.pixels.fill(this.#stage);
    this.#looks.fill(LOOK_NONE);
  }

  /** Runs over every seat in every frame: it calls nothing for a seat that stays as it is. */
  #paintSeats(model: Seats, { nowMs, calm }: Moment): Painted | 'again' {
    const { status, region, soldAt } = model;
    const looks = this.#looks;
    const dim = model.oversold > 0;
    const settled = settledLooks(dim);
    const flashesFromMs = calm ? Number.POSITIVE_INFINITY : nowMs - FLASH_MS;
    let changed = false;
    let alive = false;
    for (let index = 0; index < looks.length; index += 1) {
      const state = status[index];
      let look = LOOK_FREE;
      if (state === SOLD) {
        look = settled[region[index] ?? 0] ?? 0;
        const soldAtMs = soldAt[index] ?? 0;
        if (soldAtMs > flashesFromMs) {
          look += flashStep(nowMs - soldAtMs);
          alive = true;
        }
      } else if (state === OVERSOLD) look = LOOK_OVERSOLD;
      const before = looks[index];
      if (look === before) continue;
      if (before === LOOK_OVERSOLD) return 'again';
      looks[index] = look;
      changed = true;
      if (look !== LOOK_OVERSOLD) this.#stamp(this.frame, index, look);
    }
    if (changed && dim) this.#stampOversold(status);
    return { changed, alive };
  }

  /** Their discs are larger than a seat: above their neighbours. */
  #stampOversold(status: Uint8Array): void {
    for (let index = 0; index < status.length; index += 1) {
      if (status[index] === OVERSOLD) this.#stamp(this.frame, index, LOOK_OVERSOLD);
    }
  }
}
