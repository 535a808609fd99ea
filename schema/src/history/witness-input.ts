// What the Witness is given of a history. Who has no answer is pending; nothing is left out.
import type { WitnessInput } from '../witness/index.ts';
import type { History } from './types.ts';

export function witnessInputOf(history: History): WitnessInput {
  const { header, scope, orders, answers, releases, ledger, tables, holes } = history;
  return {
    scope,
    ledger,
    answers,
    releases,
    ...(header.rule === null ? {} : { rule: header.rule }),
    tables,
    pending: orders.length - answers.length,
    holes,
  };
}
