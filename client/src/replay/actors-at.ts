// The buyers of a burst at a moment, as the floor paints them: a pure function of the moment, over
// arrays that are made once. Who is not to be seen any more is left out.
import type { Actors } from '../floor/actors.ts';
import type { BurstColumns } from './burst-columns.ts';
import { Movement, paceOf, type Motion } from './motion.ts';
import { gatesOf, type Gates } from './gates.ts';
import { seatPlacesOf } from './seat-places.ts';

export class Crowd {
  readonly #columns: BurstColumns;
  readonly #gates: Gates;
  /** x, y of each order's place beside its seat. */
  readonly #seats: Float32Array;
  readonly #movement: Movement;
  readonly #arrays: Omit<Actors, 'count'>;
  readonly #motion: Motion = { phase: -1, way: 0 };

  /** @param contested 1 for each seat of the venue whose holders stay beside it */
  constructor(columns: BurstColumns, contested: Uint8Array) {
    this.#columns = columns;
    this.#gates = gatesOf(columns);
    this.#seats = seatPlacesOf(columns);
    this.#movement = new Movement(columns, paceOf(columns.endsNs), contested);
    this.#arrays = {
      x: new Float32Array(columns.count),
      y: new Float32Array(columns.count),
      phase: new Uint8Array(columns.count),
      region: new Uint8Array(columns.count),
    };
  }

  /** A new object for each moment; the arrays are the same, and hold the last moment asked for. */
  at(timeNs: number): Actors {
    const { x, y, phase, region } = this.#arrays;
    const { gate, seenAtGate, corners } = this.#gates;
    const seats = this.#seats;
    let count = 0;
    for (let order = 0; order < this.#columns.count; order += 1) {
      this.#movement.at(order, timeNs, this.#motion);
      if (this.#motion.phase < 0) continue;
      const { way } = this.#motion;
      if (way === 0 && seenAtGate[order] === 0) continue;
      x[count] = between(gate[2 * order], seats[2 * order], way);
      y[count] = between(gate[2 * order + 1], seats[2 * order + 1], way);
      phase[count] = this.#motion.phase;
      region[count] = this.#columns.region[order] ?? 0;
      count += 1;
    }
    return { count, x, y, phase, region, gates: corners };
  }
}

function between(from = 0, to = 0, way = 0): number {
  return from + (to - from) * way;
}
