// The Witness for a history that is there as a whole. Pure, and linear in its entries.
import { openWitness } from './open-witness.ts';
import type { Finding, WitnessInput } from './types.ts';

/**
 * Judges what was committed and what buyers were told.
 * @param focusSeat gets its own finding, by the rules about a seat applied to that seat alone
 */
export function judge(input: WitnessInput, focusSeat?: string): Finding {
  return hear(input)(focusSeat);
}

/** Judges once, then answers about any seat at the cost of that seat alone. */
export function hear(input: WitnessInput): (focusSeat?: string) => Finding {
  const { scope, ledger, answers, releases = [], rule, tables, pending, holes } = input;
  const witness = openWitness(scope, rule, answers.length);
  for (const answer of answers) witness.answer(answer);
  for (const sale of ledger.sales) witness.sale(sale);
  for (const release of releases) witness.release(release);
  for (const table of tables) witness.table(table);
  const { converged, unreachable } = ledger;
  witness.reading({ pending, holes, converged, unreachable });
  // Judged now: the input may be about to change.
  witness.finding();
  return (focusSeat) => witness.finding(focusSeat);
}
