// The figures of one cell, from its burst's history alone: the file that anybody can read again
// gives the same ones. Pure; no verdict or count is taken from the burst's scoreboard.
import type { Answer } from '@worldseat/schema/domain';
import { predictDoubleSells, witnessInputOf, type History } from '@worldseat/schema/history';
import type { LabFigures } from '@worldseat/schema/services';
import { judge } from '@worldseat/schema/witness';
import { percentiles } from '../../burst/latency.ts';

const NS_PER_MS = 1e6;
const NS_PER_SECOND = 1e9;

export function figuresOf(history: History): LabFigures {
  const { answers } = history;
  const { result, reasons, sales, doubleSells, overLimit } = judge(witnessInputOf(history));
  const aborts = answers.reduce((sum, { conflicts }) => sum + conflicts.length, 0);
  // From the moment at which the buyer wanted it, so that waiting in line counts.
  const latencies = answers.map((answer) => (answer.returnNs - answer.intendedNs) / NS_PER_MS);
  const { p50Ms, p99Ms } = percentiles(latencies);
  return {
    result,
    reasons,
    sales,
    doubleSells,
    predictedDoubleSells: predictDoubleSells(history),
    overLimit,
    abortsPerSale: sales === 0 ? null : aborts / sales,
    p50Ms,
    p99Ms,
    ordersPerSecond: ordersPerSecond(answers),
  };
}

/** From the first call to the last return; 0 of no answers. */
function ordersPerSecond(answers: readonly Answer[]): number {
  let firstCallNs = Infinity;
  let lastReturnNs = -Infinity;
  for (const { callNs, returnNs } of answers) {
    firstCallNs = Math.min(firstCallNs, callNs);
    lastReturnNs = Math.max(lastReturnNs, returnNs);
  }
  const spanNs = lastReturnNs - firstCallNs;
  return spanNs > 0 ? (answers.length * NS_PER_SECOND) / spanNs : 0;
}
