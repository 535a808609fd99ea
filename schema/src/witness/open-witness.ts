// The Witness that hears a history entry by entry. The order in which entries arrive does not matter,
// nor that one is heard twice: what it finds is what it would find in all of them at once.
import type {
  Answer,
  RegionTable,
  Release,
  Sale,
  SaleRule,
  Scope,
  SeatRow,
} from '../domain/index.ts';
import { NOTHING_KNOWN, type Reading } from './circumstances.ts';
import { conclude, type Conclusion } from './conclude.ts';
import { Records } from './records/index.ts';
import type { Finding } from './types.ts';

/**
 * Entries outside the scope are ignored. Of two answers of one order at one seat one is kept: what is
 * decided over INDETERMINATE, CONFIRMED over REJECTED over FAILED, then the later one; likewise of two
 * releases. Entries are kept as they are, by reference, those heard twice included: beside them,
 * memory is some 20 bytes an entry, and up to 300 for each order that has a ticket. Do not change an
 * entry that was heard.
 */
export interface OpenWitness {
  answer(answer: Answer): void;
  /** A row of the ledger of any Region. */
  sale(sale: Sale): void;
  release(release: Release): void;
  /** A Region's seats table, or why it could not be read. Its rows may also come one by one. */
  table(table: RegionTable): void;
  row(region: string, row: SeatRow): void;
  /**
   * What is known of the reading as a whole; each part takes the place of what was said of it before.
   * Until it is said, the ledgers do not agree, nothing is pending and there are no holes.
   */
  reading(reading: Partial<Reading>): void;
  /**
   * What all that was heard until now shows: the records are gone through anew when something was
   * heard meanwhile, which takes milliseconds for a million entries.
   * @param focusSeat gets its own finding, by the rules about a seat applied to that seat alone
   */
  finding(focusSeat?: string): Finding;
}

/**
 * @param rule of the scenario; absent: none but W1
 * @param expected answers to make room for at once; more or fewer may come
 */
export function openWitness(scope: Scope, rule?: SaleRule, expected = 0): OpenWitness {
  return new IncrementalWitness(scope, rule, expected);
}

class IncrementalWitness implements OpenWitness {
  readonly #records: Records;
  readonly #rule: SaleRule | undefined;
  #reading: Reading = NOTHING_KNOWN;
  #concluded: Conclusion | null = null;

  constructor(scope: Scope, rule: SaleRule | undefined, expected: number) {
    this.#records = new Records(scope, expected);
    this.#rule = rule;
  }

  answer(answer: Answer): void {
    this.#concluded = null;
    this.#records.hearAnswer(answer);
  }

  sale(sale: Sale): void {
    this.#concluded = null;
    this.#records.hearSale(sale);
  }

  release(release: Release): void {
    this.#concluded = null;
    this.#records.hearRelease(release);
  }

  table(table: RegionTable): void {
    this.#concluded = null;
    this.#records.hearTable(table);
  }

  row(region: string, row: SeatRow): void {
    this.#concluded = null;
    this.#records.hearRow(region, row);
  }

  reading(reading: Partial<Reading>): void {
    this.#concluded = null;
    this.#reading = { ...this.#reading, ...reading };
  }

  finding(focusSeat?: string): Finding {
    this.#concluded ??= conclude(this.#records, this.#reading, this.#rule);
    return this.#concluded(focusSeat);
  }
}
