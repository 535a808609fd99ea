// What is shown of the past: the last bursts of this server, or a recording that somebody opened,
// take by take. Everything is worked out here, from the file; its verdict is taken from nowhere else.
import type { History } from '@worldseat/schema/history';
import { fetchBursts } from '../replay/fetch-bursts.ts';
import { openReplay } from '../replay/open-replay.svelte.ts';
import type { Replay } from '../replay/session.ts';
import { fetchRecording, readFile, type OpenedRecording } from './open-recording.ts';

/** Whose floors show the replay. */
export interface ReplayHost {
  readonly replay: Replay | null;
  showReplay(replay: Replay | null): void;
  /** The seat in question from now on. */
  focus(seat: string): void;
}

export class Player {
  /** What was opened; null: bursts of this server. */
  opened: OpenedRecording | null = $state.raw(null);
  take = $state(0);
  busy = $state(false);
  /** Why nothing could be opened, in words. */
  trouble: string | null = $state(null);
  /** What is shown, burst by burst. */
  histories: readonly History[] = $state.raw([]);
  readonly #host: ReplayHost;
  #replay: Replay | null = $state.raw(null);

  constructor(host: ReplayHost) {
    this.#host = host;
  }

  /** What it opened is still on the floors. */
  get shown(): boolean {
    return this.#replay !== null && this.#host.replay === this.#replay;
  }

  get takes(): number {
    return this.opened?.takes.length ?? 1;
  }

  /** Bursts of this server, by id. */
  async showBursts(ids: readonly string[]): Promise<void> {
    await this.#open(async () => {
      const histories = await fetchBursts(ids);
      return () => this.#show(histories, null, 0);
    });
  }

  async showFile(file: File): Promise<void> {
    await this.#open(async () => this.#begin(await readFile(file)));
  }

  /** @param src of this origin */
  async showAddress(src: string): Promise<void> {
    await this.#open(async () => this.#begin(await fetchRecording(src, location.href)));
  }

  /** @returns false when there is no take that way */
  turnTake(direction: 1 | -1): boolean {
    const next = this.opened?.takes[this.take + direction];
    if (next === undefined || !this.shown) return false;
    this.#show(next.histories, this.opened, this.take + direction);
    return true;
  }

  /** Back to what happens now. */
  leave(): void {
    this.#host.showReplay(null);
    this.#replay = null;
    this.opened = null;
    this.histories = [];
  }

  #begin(opened: OpenedRecording): () => void {
    return () => this.#show(opened.takes[0]?.histories ?? [], opened, 0);
  }

  #show(histories: readonly History[], opened: OpenedRecording | null, take: number): void {
    const replay = openReplay(histories);
    this.opened = opened;
    this.take = take;
    this.histories = histories;
    this.#replay = replay;
    this.#host.showReplay(replay);
    if (replay.focusSeat !== null) this.#host.focus(replay.focusSeat);
  }

  async #open(read: () => Promise<() => void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = null;
    try {
      const show = await read();
      show();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }
}
