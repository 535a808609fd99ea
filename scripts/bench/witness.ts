// `bench witness`: how fast the Witness judges, from the records themselves and once it has heard
// them, and what it keeps of each. Beside it, in the same run, one plain look at every record: what a
// program pays that finds the seat of each and adds up two numbers.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { judge, openWitness } from '@worldseat/schema/witness';
import { median, medianRatio, type Figure } from './figures.ts';
import {
  CROWDS,
  entriesOf,
  inputOf,
  reportedBurst,
  type Crowd,
  type Entries,
} from './witness-histories.ts';
import { collectGarbage, hearAll, timed } from './witness-timing.ts';
import type { Heard } from './witness-millions.ts';

const BENCH = 'witness';
const MILLION = 1_000_000;
/** Ten million records, as objects, are more than the heap that Node.js gives by itself. */
const HEAP_MB = 8_192;
const BURST_RUNS = 1_000;

export interface WitnessOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export async function benchWitness(options: WitnessOptions): Promise<Figure[]> {
  return [
    ...CROWDS.flatMap((crowd) => oneMillion(crowd, options)),
    ...(await tenMillion(options)),
    burst(options.seed),
  ];
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
    const witness = openWitness(crowd.scope);
    hearAll(witness, [entries]);
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

async function tenMillion({ seed, say }: WitnessOptions): Promise<Figure[]> {
  const name = `10 million entries, ${CROWDS[0].name}`;
  const one = await heardApart(1, seed, say);
  const ten = await heardApart(10, seed, say);
  const memory = 'memory an entry, beside the entries themselves';
  return [
    alone(`${name}: heard and judged`, ten.hearingMs + ten.verdictMs, 'ms'),
    alone(`${name}: verdict`, ten.verdictMs, 'ms'),
    alone(`${memory}, of 1 million`, one.bytes / MILLION, 'bytes'),
    alone(`${memory}, of 10 million`, ten.bytes / (10 * MILLION), 'bytes'),
  ];
}

/** In a process of its own, with a heap that is large enough. */
async function heardApart(
  millions: number,
  seed: number,
  say: (line: string) => void,
): Promise<Heard> {
  const node = [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx/esm'];
  const script = fileURLToPath(new URL('./witness-millions.ts', import.meta.url));
  const args = [...node, script, String(millions), String(seed)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const heard = JSON.parse(stdout) as Heard;
  const { hearingMs, verdictMs, result, sales } = heard;
  const ms = `heard in ${hearingMs.toFixed(0)} ms, judged in ${verdictMs.toFixed(0)} ms`;
  say(`${millions} million entries: ${ms}: ${result}, ${sales} sales`);
  return heard;
}

function burst(seed: number): Figure {
  const input = reportedBurst(seed);
  const times = Array.from({ length: BURST_RUNS }, () => timed(() => judge(input)));
  return alone('60 buyers, one seat, 33 sales: judged', median(times), 'ms');
}

function plainLook({ answers, sales }: Entries, { scope }: Crowd): number {
  let sum = 0;
  for (const { seatId, callNs, returnNs } of answers) {
    sum += (scope.get(seatId) ?? 0) + returnNs - callNs;
  }
  for (const { seatId, soldAtMs } of sales) sum += (scope.get(seatId) ?? 0) + soldAtMs;
  return sum;
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
