// How far replicas were behind, in words: only what was measured, and of which engine.
import { duration } from '../state/words.ts';

interface Lagging {
  readonly info: { readonly name: string };
  /** Milliseconds, as measured last; null: not known. */
  readonly lagMs: number | null;
}

export interface LagWords {
  /** "71 ms"; null: nothing is known, and nothing is claimed. */
  readonly short: string | null;
  /** A sentence for each engine that was measured. */
  readonly words: string;
}

/** The longest lag of the engines stands for all; the words name each. */
export function lagOf(engines: readonly Lagging[]): LagWords {
  const known = engines.flatMap(({ info, lagMs }) =>
    lagMs === null ? [] : { name: info.name, lagMs },
  );
  if (known.length === 0) return { short: null, words: 'The lag between them is not known.' };
  return {
    short: duration(Math.max(...known.map(({ lagMs }) => lagMs))),
    words: known
      .map(({ name, lagMs }) => `${name}: replicas ${duration(lagMs)} behind, as measured last.`)
      .join(' '),
  };
}
