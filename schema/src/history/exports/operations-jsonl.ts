// For Porcupine and its like: one operation a line, with call and return on one clock. Both ends
// belong to the interval; operations that meet at one nanosecond are concurrent.
import type { History } from '../types.ts';
import { operationsOf, type Operation } from './operations.ts';

export function exportOperations(history: History): string {
  return operationsOf(history).map(operationLine).join('');
}

function operationLine(operation: Operation): string {
  const { process, isRelease, seatId, round, order, callNs, returnNs } = operation;
  const { effect, isMaybe, outcome } = operation;
  const line = {
    clientId: process,
    input: {
      op: isRelease ? 'release' : 'buy',
      seat: seatId,
      round,
      order: order.id,
      buyer: order.buyer,
      region: order.region,
    },
    output: { effect, maybe: isMaybe, outcome },
    callNs,
    returnNs,
  };
  return `${JSON.stringify(line)}\n`;
}
