// What one thread has to say to another, gathered for a moment and said in one message: to post a
// message and to be woken by it costs more than most of what is said. Nothing is lost and nothing is
// reordered: what cannot be copied is refused by itself, and what was gathered with it still goes.

export interface OutboxOptions<Item> {
  /** @throws when one of them cannot be copied; then none was posted */
  readonly post: (items: readonly Item[]) => void;
  /** Called with what cannot be copied. */
  readonly refuse: (item: Item, error: unknown) => void;
  /** Runs once, soon: when the moment is over. */
  readonly soon: (run: () => void) => void;
}

export class Outbox<Item> {
  readonly #options: OutboxOptions<Item>;
  #gathered: Item[] = [];

  constructor(options: OutboxOptions<Item>) {
    this.#options = options;
  }

  put(item: Item): void {
    this.#gathered.push(item);
    if (this.#gathered.length === 1) this.#options.soon(() => this.#send());
  }

  #send(): void {
    const items = this.#gathered;
    this.#gathered = [];
    try {
      this.#options.post(items);
    } catch (error) {
      const [only] = items;
      if (items.length === 1 && only !== undefined) this.#options.refuse(only, error);
      else for (const item of items) this.#sendAlone(item);
    }
  }

  #sendAlone(item: Item): void {
    try {
      this.#options.post([item]);
    } catch (error) {
      this.#options.refuse(item, error);
    }
  }
}
