// What a column, a floor and their panels show of one engine, whether it is told by a server right
// now or worked out from a file. They ask for nothing else, so that a replay, the embed and the stage
// are the same picture.
import type { Burst, FloorInfo } from '../api/fragments.ts';
import type { Verdict } from '../api/news.ts';
import type { EngineInfo } from '../api/questions.ts';
import type { Actors } from '../floor/actors.ts';
import type { FloorModel } from '../floor/model.ts';
import type { Told } from './trace.ts';

export interface ShownEngine {
  readonly info: EngineInfo;
  readonly floor: FloorInfo | null;
  readonly model: FloorModel | null;
  readonly verdict: Verdict | null;
  /** The latest burst, or the recorded one as it stood at the moment that is shown. */
  readonly burst: Burst | null;
  /** What the burst told its first buyers. */
  readonly told: readonly Told[];
  /** False until the floor's seats were painted from a whole snapshot. */
  readonly live: boolean;
  readonly trouble: string | null;
  /** False once the database did not answer in time when it was asked last. */
  readonly ready: boolean;
  /** How far the replicas were behind when that was measured last; null: not known. */
  readonly lagMs: number | null;
  /** When what is shown was recorded, ISO 8601; null: it happens now. */
  readonly recordedAt: string | null;
  /** Buyers in motion; null: none are shown. */
  readonly actors: Actors | null;
}

/** What pointing at a seat does. A floor without it can only be looked at. */
export interface FloorActions {
  /** Enter or a click. @param engine id of the floor's engine */
  choose(engine: string, seat: string): void;
  /** Space or a click with Shift. */
  focus(seat: string): void;
  /** What a click on a free seat would do: "Click buys it for Ana". */
  readonly invitation: string;
}
