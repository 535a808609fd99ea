// The one voice for screen readers: verdicts, milestones and receipts, never a flood. What comes
// too soon waits, and only the newest of what waits is said.

const LEAST_PAUSE_MS = 5_000;

export class Announcer {
  message = $state('');
  #saidAtMs = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(message: string): void {
    clearTimeout(this.#timer);
    const waitMs = this.#saidAtMs + LEAST_PAUSE_MS - performance.now();
    if (waitMs > 0) this.#timer = setTimeout(() => this.#speak(message), waitMs);
    else this.#speak(message);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #speak(message: string): void {
    this.#saidAtMs = performance.now();
    this.message = message;
  }
}
