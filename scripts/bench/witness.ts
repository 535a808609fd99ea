// `bench witness`: how fast the Witness judges, from the records themselves and once it has heard
// them, and what it keeps of each. Beside it, in the same run, one plain look at every record: what a
// program pays that finds the seat of each and adds up two numbers.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { judge, openWitness, type OpenWitness } from '@worldseat/schema/witness';
import { median, medianRatio, type Figure } from './figures.ts';
import {
  CROWDS,
  entriesOf,
  inputOf,
  reportedBurst,
  type Crowd,
  type Entries,
} from './witness-histories.ts';

const BENCH = 'witness';
const MILLION = 1_000_000;
/** The ten million are heard in parts: as objects they would not all fit into memory. */
const PARTS = 10;
const BURST_RUNS = 1_000;

export interface WitnessOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export function benchWitness(options: WitnessOptions): Promise<Figure[]> {
  const figures = [
    ...CROWDS.flatMap((crowd) => oneMillion(crowd, options)),
    ...tenMillion(options),
    burst(options.seed),
  ];
  return Promise.resolve(figures);
}

function oneMillion(crowd: Crowd, { rounds, seed, say }: WitnessOptions): Figure[] {
  const times = { plain: [] as number[], whole: [] as number[], verdict: [] as number[] };
  let verdict = '';
  // The first round lets the code be compiled, and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const entries = entriesOf(crowd, MILLION, seed + round);
    const input = inputOf(crowd, entries);
    collectGarbage();
    const plainMs = timed(() => plainLook(entries, crowd));
    const wholeMs = timed(() => (verdict = judge(input).result));
    const witness = heardBy(openWitness(crowd.scope), entries);
    const verdictMs = timed(() => witness.finding());
    say(`${crowd.name}, round ${round}: ${wholeMs.toFixed(1)} ms, ${verdict}`);
    if (round === 0) continue;
    times.plain.push(plainMs);
    times.whole.push(wholeMs);
    times.verdict.push(verdictMs);
  }
  const plain = `1 million entries, ${crowd.name}: looked at once`;
  return [
    alone(plain, median(times.plain), 'ms'),
    beside(`1 million entries, ${crowd.name}: judged`, times.whole, plain, times.plain),
    beside(`1 million entries, ${crowd.name}: verdict`, times.verdict, plain, times.plain),
  ];
}

/** Hears a million at a time; the time to make them does not count. */
function tenMillion({ seed, say }: WitnessOptions): Figure[] {
  const name = `10 million entries, ${CROWDS[0].name}`;
  const one = hearParts(1, seed, say);
  const ten = hearParts(PARTS, seed, say);
  return [
    alone(`${name}: heard and judged`, ten.hearingMs + ten.verdictMs, 'ms'),
    alone(`${name}: verdict`, ten.verdictMs, 'ms'),
    alone('memory an entry, of 1 million', one.bytes / MILLION, 'bytes'),
    alone('memory an entry, of 10 million', ten.bytes / (PARTS * MILLION), 'bytes'),
  ];
}

function hearParts(parts: number, seed: number, say: (line: string) => void) {
  const [crowd] = CROWDS;
  const before = bytesInUse();
  const witness = openWitness(crowd.scope, undefined, parts * MILLION);
  let hearingMs = 0;
  for (let part = 0; part < parts; part += 1) {
    hearingMs += hearPart(witness, crowd, seed, part);
    say(`${part + 1} of ${parts} million entries heard in ${hearingMs.toFixed(0)} ms`);
  }
  let verdict = '';
  const verdictMs = timed(() => (verdict = witness.finding().result));
  const bytes = bytesInUse() - before;
  // Asked once more, so that it is still there when it is weighed.
  say(`${parts} million entries: ${verdict}, ${witness.finding().sales} sales`);
  return { hearingMs, verdictMs, bytes };
}

/** A function of its own, so that the entries are gone when it returns. */
function hearPart(witness: OpenWitness, crowd: Crowd, seed: number, part: number): number {
  const entries = entriesOf(crowd, MILLION, seed, part);
  return timed(() => heardBy(witness, entries));
}

function burst(seed: number): Figure {
  const input = reportedBurst(seed);
  const times = Array.from({ length: BURST_RUNS }, () => timed(() => judge(input)));
  return alone('60 buyers, one seat, 33 sales: judged', median(times), 'ms');
}

function heardBy(witness: OpenWitness, { answers, sales, table }: Entries): OpenWitness {
  for (const answer of answers) witness.answer(answer);
  for (const sale of sales) witness.sale(sale);
  witness.table(table);
  witness.reading({ converged: true });
  return witness;
}

function plainLook({ answers, sales }: Entries, { scope }: Crowd): number {
  let sum = 0;
  for (const { seatId, callNs, returnNs } of answers) {
    sum += (scope.get(seatId) ?? 0) + returnNs - callNs;
  }
  for (const { seatId, soldAtMs } of sales) sum += (scope.get(seatId) ?? 0) + soldAtMs;
  return sum;
}

function timed(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const alone = (name: string, value: number, unit: string): Figure => ({
  ...{ bench: BENCH, name, value, unit, against: null, ratio: null },
});

function beside(name: string, own: number[], against: string, others: number[]): Figure {
  return {
    ...{ bench: BENCH, name, value: median(own), unit: 'ms' },
    ...{ against, ratio: medianRatio(own, others) },
  };
}

const collectGarbage = openGarbageCollector();

function openGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
