// What the Witness said, in the words of the reference, so that the two can be compared. Support of
// tests; the product never imports it.
import type { Breach, Finding, WitnessInput } from '../types.ts';
import { accusedOf, type Expected } from './expected.ts';

export function heardOf(finding: Finding, input: WitnessInput): Expected {
  const { result, sales, seatsSold, doubleSells } = finding;
  const { overLimit, wrongRejections, hiddenSales } = finding;
  const accusations = finding.breaches.map((breach) => accusationOf(breach, input));
  return {
    result,
    accusations: [...new Set(accusations)].sort(),
    ...{ sales, seatsSold, doubleSells, overLimit, wrongRejections, hiddenSales },
    oversold: finding.oversold.map((seat) => `${seat.seatId}: ${seat.doubleSells}`),
  };
}

/** W6 accuses a fan, W7 an order, the others a seat; W5 a fan, too, whose rejection was for a limit. */
export function accusationOf(breach: Breach, { answers }: WitnessInput): string {
  const { rule, seatId, orderIds, entries } = breach;
  if (rule === 'W6') return `W6 ${entries[0]?.buyer ?? ''}`;
  if (rule === 'W7') return `W7 ${orderIds.join()}`;
  const rejection = answers.find(
    (answer) =>
      answer.outcome === 'REJECTED' &&
      answer.seatId === seatId &&
      orderIds.includes(answer.orderId),
  );
  return rule === 'W5' && rejection !== undefined
    ? `W5 ${accusedOf(rejection)}`
    : `${rule} ${seatId}`;
}
