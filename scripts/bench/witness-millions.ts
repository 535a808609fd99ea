// `witness-millions.ts MILLIONS SEED`, a process of its own with a larger heap: makes some millions of
// records, then measures how long the Witness takes to hear and to judge them, and how much memory it
// takes beside them. Prints one line of JSON, a Heard.
import { openWitness, type Finding } from '@worldseat/schema/witness';
import { CROWDS, entriesOf } from './witness-histories.ts';
import { bytesInUse, hearAll, timed } from './witness-timing.ts';

export interface Heard extends Pick<Finding, 'result' | 'sales'> {
  readonly hearingMs: number;
  readonly verdictMs: number;
  readonly bytes: number;
}

const MILLION = 1_000_000;

function hearMillions(millions: number, seed: number): Heard {
  const [{ scope }] = CROWDS;
  const parts = Array.from({ length: millions }, (_, part) =>
    entriesOf(CROWDS[0], MILLION, seed, part),
  );
  const before = bytesInUse();
  const witness = openWitness(scope, undefined, millions * MILLION);
  const hearingMs = timed(() => hearAll(witness, parts));
  const verdictMs = timed(() => witness.finding());
  const bytes = bytesInUse() - before;
  // Asked once more, and the records counted, so that all are still there when they are weighed.
  const { result, sales } = witness.finding();
  if (parts.length !== millions) throw new RangeError('records were lost');
  return { hearingMs, verdictMs, bytes, result, sales };
}

const [millions = 1, seed = 1] = process.argv.slice(2).map(Number);
console.log(JSON.stringify(hearMillions(millions, seed)));
