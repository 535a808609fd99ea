// One examination: reads everything the Witness needs from the database and the answer book, and
// judges it. Nothing is remembered from one examination to the next. Callers that ask while one is
// under way share the next one, so that a crowd of viewers costs two readings, not a crowd's.
// It judges the floor, on which rounds of several bursts may be on at once. The rule of one burst
// (W6) is no rule of the floor: it is judged over the burst's own history, where it is written down.
import type { RegionTable, Scope } from '@worldseat/schema/domain';
import type { Finding, WitnessInput } from '@worldseat/schema/witness';
import type { Engine } from '../engines/engine.ts';
import type { AnswerBook } from './answers.ts';
import type { FloorOnSale } from './follow.ts';
import { hearInSlices } from './hear-in-slices.ts';

export interface Examination {
  readonly input: WitnessInput;
  readonly readAtMs: number;
  readonly finding: (focusSeat: string | null) => Finding;
}

export interface ExaminerOptions {
  readonly engine: Pick<Engine, 'readLedger' | 'readTables'>;
  readonly floor: FloorOnSale;
  readonly answers: AnswerBook;
  readonly nowMs: () => number;
}

/** Readings of one examination while orders come and go. */
const MAX_READS = 3;

export class Examiner {
  readonly #options: ExaminerOptions;
  #running: Promise<Examination> | null = null;
  #next: Promise<Examination> | null = null;

  constructor(options: ExaminerOptions) {
    this.#options = options;
  }

  /** Reads the database after this call and judges what it shows. */
  examine(): Promise<Examination> {
    if (this.#running === null) return this.#start();
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<Examination> {
    this.#next = null;
    const run = this.#read().finally(() => {
      if (this.#running === run) this.#running = null;
    });
    this.#running = run;
    return run;
  }

  /** Reads until nothing moved meanwhile, or gives up and says that orders are running. */
  async #read(): Promise<Examination> {
    for (let tries = 1; ; tries += 1) {
      const before = this.#options.answers.revision;
      const input = await this.#gather();
      const moved = this.#options.answers.revision !== before;
      if (!moved || tries === MAX_READS || input.pending > 0) {
        // An order that came and went during the reading is in one half of the evidence only.
        const pending = Math.max(input.pending, moved ? 1 : 0);
        return examined({ ...input, pending }, this.#options.nowMs());
      }
    }
  }

  async #gather(): Promise<WitnessInput> {
    const { engine, floor, answers } = this.#options;
    // Copied: a seat may be put on sale anew while the database is read.
    const scope: Scope = new Map(floor.scope);
    const running = answers.pending;
    const [ledger, tables] = await Promise.all([
      engine.readLedger(scope),
      engine.readTables([...scope.keys()]),
    ]);
    return {
      scope,
      ledger,
      answers: answers.onFloor(scope),
      tables: tables.map((table) => onlyScope(table, scope)),
      pending: Math.max(running, answers.pending),
      holes: answers.holes(scope),
    };
  }
}

async function examined(input: WitnessInput, readAtMs: number): Promise<Examination> {
  const finding = await hearInSlices(input);
  return { input, readAtMs, finding: (focusSeat) => finding(focusSeat ?? undefined) };
}

/** The seats table may hold other venues too. */
function onlyScope(table: RegionTable, scope: Scope): RegionTable {
  if ('unreachable' in table) return table;
  return { region: table.region, rows: table.rows.filter((row) => scope.has(row.seatId)) };
}
