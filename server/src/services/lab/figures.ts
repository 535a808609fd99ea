// The figures of one cell, from its burst's history alone: the file that anybody can read again
// gives the same ones. Pure; no verdict or count is taken from the burst's scoreboard.
import {
  figuresOf as burstFiguresOf,
  predictDoubleSells,
  witnessInputOf,
  type History,
} from '@worldseat/schema/history';
import type { LabFigures } from '@worldseat/schema/services';
import { judge } from '@worldseat/schema/witness';

export function figuresOf(history: History): LabFigures {
  const finding = judge(witnessInputOf(history));
  const { result, reasons, sales, doubleSells, overLimit } = finding;
  const { abortsPerSale, p50Ms, p99Ms, ordersPerSecond } = burstFiguresOf(history, finding);
  return {
    result,
    reasons,
    sales,
    doubleSells,
    predictedDoubleSells: predictDoubleSells(history),
    overLimit,
    abortsPerSale,
    p50Ms,
    p99Ms,
    ordersPerSecond: ordersPerSecond ?? 0,
  };
}
