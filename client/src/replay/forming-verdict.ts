// The verdict as it forms: the Witness judges what was known by a moment. Orders that are still to
// be answered are pending, so that it is never green before the end; at the end it has heard the
// whole file, and says what it says of the whole file. It hears forward; going back begins anew.
import { witnessInputOf, type History } from '@worldseat/schema/history';
import { openWitness, type Finding, type OpenWitness } from '@worldseat/schema/witness';
import type { SaleMoment } from './sale-moments.ts';
import type { Answered } from './score-at.ts';
import { countUntil } from './sorted.ts';

const NOT_READ_BACK = [
  { region: 'every Region', reason: 'it is read back after the last answer' },
] as const;

interface Heard {
  readonly witness: OpenWitness;
  answers: number;
  sales: number;
  whole: boolean;
}

export class FormingVerdict {
  readonly #history: History;
  readonly #answered: Answered;
  readonly #sales: readonly SaleMoment[];
  readonly #salesNs: Float64Array;
  readonly #endsNs: number;
  #heard: Heard;

  /** @param sales by time; @param endsNs when the ledger and the tables were read back */
  constructor(history: History, answered: Answered, sales: readonly SaleMoment[], endsNs: number) {
    this.#history = history;
    this.#answered = answered;
    this.#sales = sales;
    this.#salesNs = Float64Array.from(sales, ({ atNs }) => atNs);
    this.#endsNs = endsNs;
    this.#heard = this.#nothing();
  }

  /** @param focusSeat gets its own finding */
  findingAt(timeNs: number, focusSeat?: string): Finding {
    const whole = timeNs >= this.#endsNs;
    const answers = this.#answered.countAt(timeNs);
    const sales = countUntil(this.#salesNs, timeNs);
    const heard = this.#heard;
    const isBack = answers < heard.answers || sales < heard.sales || (heard.whole && !whole);
    if (isBack) this.#heard = this.#nothing();
    if (whole) this.#hearAll();
    else this.#hear(answers, sales);
    return this.#heard.witness.finding(focusSeat);
  }

  #nothing(): Heard {
    const { scope, header, answers } = this.#history;
    const witness = openWitness(scope, header.rule ?? undefined, answers.length);
    return { witness, answers: 0, sales: 0, whole: false };
  }

  #hear(answers: number, sales: number): void {
    const { witness } = this.#heard;
    for (const answer of this.#answered.answers.slice(this.#heard.answers, answers)) {
      witness.answer(answer);
    }
    for (const { sale } of this.#sales.slice(this.#heard.sales, sales)) witness.sale(sale);
    const pending = this.#history.orders.length - answers;
    // Of orders that run nothing else has to be said; once none does, nobody has read the ledger yet.
    const unreachable = pending > 0 ? [] : NOT_READ_BACK;
    witness.reading({ pending, converged: true, unreachable, holes: [] });
    this.#heard.answers = answers;
    this.#heard.sales = sales;
  }

  #hearAll(): void {
    if (this.#heard.whole) return;
    const { witness } = this.#heard;
    this.#hear(this.#answered.answers.length, this.#sales.length);
    const { tables, pending, holes, releases = [], ledger } = witnessInputOf(this.#history);
    // What is not shown, such as sales of seats that the floor does not have, is judged all the same.
    for (const sale of ledger.sales) witness.sale(sale);
    for (const release of releases) witness.release(release);
    for (const table of tables) witness.table(table);
    const { converged, unreachable } = ledger;
    witness.reading({ pending, holes, converged, unreachable });
    this.#heard.whole = true;
  }
}
