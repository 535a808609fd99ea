// Where every writing COMMIT of one Region passes: it pays the way between the Regions, and meets
// the faults that were asked for. Only the answer is held back: no lock is, and reads pay nothing.
import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../faults.ts';

/** What is to become of one writing COMMIT. */
export type CommitFault =
  'NONE' | 'CONFLICT' | 'DROP_ACKNOWLEDGEMENT' | 'UNAVAILABLE' | 'UNAVAILABLE_APPLIED';

type Counted = 'conflictCommits' | 'dropAcknowledgements' | 'unavailableCommits';

export class CommitDesk {
  readonly #delayMs: number;
  #left: Record<Counted, number> = {
    conflictCommits: 0,
    dropAcknowledgements: 0,
    unavailableCommits: 0,
  };
  #unavailableApplied = false;
  commits = 0;
  conflicts = 0;

  /** @param delayMs between PostgreSQL's COMMIT and the client's answer */
  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  configure(faults: Faults): void {
    const { conflictCommits, dropAcknowledgements, unavailableCommits } = faults;
    this.#left = { conflictCommits, dropAcknowledgements, unavailableCommits };
    this.#unavailableApplied = faults.unavailableApplied;
  }

  /** Faults that are still to happen. */
  get pending(): Readonly<Record<Counted, number>> {
    return { ...this.#left };
  }

  /** Each fault that was asked for happens to one COMMIT. */
  nextFault(): CommitFault {
    if (this.#take('conflictCommits')) return 'CONFLICT';
    if (this.#take('unavailableCommits')) {
      return this.#unavailableApplied ? 'UNAVAILABLE_APPLIED' : 'UNAVAILABLE';
    }
    return this.#take('dropAcknowledgements') ? 'DROP_ACKNOWLEDGEMENT' : 'NONE';
  }

  /** The way to the other Region and back. */
  async travel(): Promise<void> {
    if (this.#delayMs > 0) await pause(this.#delayMs);
  }

  #take(fault: Counted): boolean {
    if (this.#left[fault] === 0) return false;
    this.#left[fault] -= 1;
    return true;
  }
}
