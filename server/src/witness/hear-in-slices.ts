// The Witness for a history that is there as a whole, heard a little at a time: 80,000 seats and
// 20,000 buyers in one piece hold up everybody whom the server has news for. What it finds is what
// hear() finds. Whatever it is given must not change meanwhile.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openWitness, type Finding, type WitnessInput } from '@worldseat/schema/witness';

/** After it, whatever else waits has its turn. */
const SLICE_MS = 5;
/** Entries between two looks at the clock. */
const ENTRIES_A_LOOK = 500;

export async function hearInSlices(input: WitnessInput): Promise<(focusSeat?: string) => Finding> {
  const { scope, ledger, answers, releases = [], rule, tables, pending, holes } = input;
  const witness = openWitness(scope, rule, answers.length);
  const slices = new Slices();
  await slices.each(answers, (answer) => witness.answer(answer));
  await slices.each(ledger.sales, (sale) => witness.sale(sale));
  await slices.each(releases, (release) => witness.release(release));
  for (const table of tables) {
    if ('unreachable' in table) witness.table(table);
    else {
      const { region, rows } = table;
      // A table without rows was read all the same.
      witness.table({ region, rows: [] });
      await slices.each(rows, (row) => witness.row(region, row));
    }
  }
  const { converged, unreachable } = ledger;
  witness.reading({ pending, holes, converged, unreachable });
  await nextTurn();
  witness.finding();
  return (focusSeat) => witness.finding(focusSeat);
}

class Slices {
  #startMs = performance.now();

  async each<Entry>(entries: readonly Entry[], visit: (entry: Entry) => void): Promise<void> {
    for (let from = 0; from < entries.length; from += ENTRIES_A_LOOK) {
      for (const entry of entries.slice(from, from + ENTRIES_A_LOOK)) visit(entry);
      if (performance.now() - this.#startMs < SLICE_MS) continue;
      await nextTurn();
      this.#startMs = performance.now();
    }
  }
}
