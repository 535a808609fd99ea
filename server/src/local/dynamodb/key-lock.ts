// First come, first served per key. Without it two writes of one item could be stamped in one order
// and stored in the other, and the Regions would disagree for ever.
// The queue is bounded by the connections of the front and the pending replication.

export class KeyLock {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs the task when every earlier task of this key has ended, however it ended. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key);
    const mine = before === undefined ? task() : before.then(task, task);
    this.#tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    }
  }

  /** Runs the task when it has every key. They are taken in one order, so that none waits in a
   * circle. @param keys without repetition */
  runAll<Result>(keys: readonly string[], task: () => Promise<Result>): Promise<Result> {
    const take = (sorted: readonly string[]): Promise<Result> => {
      const [first, ...rest] = sorted;
      return first === undefined ? task() : this.run(first, () => take(rest));
    };
    return take(keys.toSorted());
  }
}
