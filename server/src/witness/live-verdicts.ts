// The verdict as it changes. While orders run, it is judged from the sales read back so far, several
// times a second; once they are answered, from the database, again and again until every Region
// agrees. It publishes news to whoever watches and costs nothing when nobody does.
import type { Scope } from '@worldseat/schema/domain';
import type { VerdictView } from '@worldseat/schema/services';
import type { Finding } from '@worldseat/schema/witness';
import { ledgerAgrees, tablesAgree } from './agreement.ts';
import type { AnswerBook } from './answers.ts';
import type { Examination, Examiner } from './examine.ts';
import type { FloorOnSale, LedgerFollower } from './follow.ts';
import { RunningWitness } from './running-witness.ts';

export interface LiveVerdictOptions {
  readonly floor: FloorOnSale;
  readonly answers: AnswerBook;
  readonly follower: LedgerFollower;
  readonly examiner: Examiner;
  readonly nowMs: () => number;
  /** Seats that somebody watches; null stands for the floor as a whole. */
  readonly watched: () => readonly (string | null)[];
  readonly publish: (focusSeat: string | null, verdict: VerdictView) => void;
  readonly onFault: (error: unknown) => void;
}

/** Between two verdicts of a running burst: of a large floor more, so that judging it again and again
 * takes a tenth of the time at most; yet not so much that a viewer would take it for stuck. */
const RUNNING_INTERVAL_MS = 150;
const REST_PER_WORK = 9;
const LONGEST_RUNNING_INTERVAL_MS = 2_000;
/** Between two readings of a database whose Regions do not agree yet: doubling up to the last. */
const SETTLING_INTERVALS_MS = [50, 100, 200, 400, 800, 1_600, 3_200, 5_000];
/** Between two readings at rest: a database that has died since proves nothing any more. */
const AT_REST_INTERVAL_MS = 10_000;
/** A newcomer is shown the last reading while it is no older than those who watch may have. */
const FRESH_MS = 2 * AT_REST_INTERVAL_MS;

interface LastReading extends Pick<Examination, 'finding' | 'readAtMs'> {
  /** Of the answer book: nothing was called or answered since. */
  readonly revision: number;
}

export class LiveVerdicts {
  readonly #options: LiveVerdictOptions;
  readonly #running: RunningWitness;
  #timer: NodeJS.Timeout | null = null;
  #settlings = 0;
  #pokes = 0;
  /** The timer waits longer than a poke may have to. */
  #longWait = false;
  #closed = false;
  /** What the last verdict of a running burst took to be formed. */
  #workMs = 0;
  #last: LastReading | null = null;

  constructor(options: LiveVerdictOptions) {
    this.#options = options;
    this.#running = new RunningWitness(options);
  }

  /** Something happened: a sale was read back, an order was answered, a round was opened. */
  poke(): void {
    this.#settlings = 0;
    this.#pokes += 1;
    if (this.#longWait) this.#cancel();
    this.#schedule(RUNNING_INTERVAL_MS);
  }

  /** Orders are about to come, and are pending: what takes long on a large floor is done before. */
  prepare(): void {
    if (this.#options.watched().length > 0) this.#running.begin();
  }

  /** Somebody began to watch: shown what was read last if nothing moved since, then read anew. */
  welcome(): void {
    const { answers, nowMs } = this.#options;
    const last = this.#last;
    const isNews = last?.revision === answers.revision && nowMs() - last.readAtMs <= FRESH_MS;
    if (last !== null && isNews) this.#tell(last.readAtMs, last.finding);
    this.poke();
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
    this.#running.rest();
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#longWait = false;
  }

  #schedule(delayMs: number): void {
    if (this.#closed || this.#timer !== null) return;
    this.#longWait = delayMs > RUNNING_INTERVAL_MS;
    this.#timer = setTimeout(() => void this.#tick(), delayMs).unref();
  }

  async #tick(): Promise<void> {
    this.#longWait = false;
    const before = this.#pokes;
    let settled = false;
    try {
      if (this.#options.watched().length > 0) settled = await this.#publish();
      else settled = this.#leave();
    } catch (error) {
      this.#options.onFault(error);
    }
    this.#timer = null;
    // What happened while the verdict was formed is not in it.
    const atRest = settled && this.#pokes === before;
    if (!atRest) this.#schedule(this.#nextDelayMs());
    else if (this.#options.watched().length > 0) this.#schedule(AT_REST_INTERVAL_MS);
  }

  /** Nobody watches. @returns true: there is nothing to wait for */
  #leave(): true {
    this.#running.rest();
    return true;
  }

  #nextDelayMs(): number {
    if (this.#options.answers.pending > 0) {
      const restMs = Math.max(RUNNING_INTERVAL_MS, REST_PER_WORK * this.#workMs);
      return Math.min(restMs, LONGEST_RUNNING_INTERVAL_MS);
    }
    const step = Math.min(this.#settlings, SETTLING_INTERVALS_MS.length - 1);
    this.#settlings += 1;
    return SETTLING_INTERVALS_MS[step] ?? RUNNING_INTERVAL_MS;
  }

  /** @returns whether the verdict is final until something happens */
  async #publish(): Promise<boolean> {
    if (this.#options.answers.pending > 0) {
      const startedMs = performance.now();
      this.#tell(this.#options.nowMs(), this.#running.finding());
      this.#workMs = performance.now() - startedMs;
      return false;
    }
    this.#running.rest();
    const { revision } = this.#options.answers;
    const { finding, input, readAtMs } = await this.#options.examiner.examine();
    // A reading of rounds that are over by now is no news: the next one tells.
    if (!isCurrent(input.scope, this.#options.floor.scope)) return false;
    this.#last = { finding, readAtMs, revision };
    this.#tell(readAtMs, finding);
    // An UNPROVEN may be decided later by itself, but not the one of an untouched floor.
    const { result, sales, reasons } = finding(null);
    const atRest = result !== 'UNPROVEN' || (sales === 0 && reasons.length === 1);
    return atRest && ledgerAgrees(input.ledger) && tablesAgree(input.tables);
  }

  #tell(readAtMs: number, finding: (focusSeat: string | null) => Finding): void {
    for (const focusSeat of this.#options.watched()) {
      this.#options.publish(focusSeat, { ...finding(focusSeat), readAtMs });
    }
  }
}

function isCurrent(read: Scope, now: Scope): boolean {
  return read.size === now.size && [...read].every(([seatId, round]) => now.get(seatId) === round);
}
