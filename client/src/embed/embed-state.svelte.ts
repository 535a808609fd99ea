// What an embed shows, and why: live while the server answers, else the recording, else words.
// The first of it that can be shown is shown within LIVE_LIMIT_MS.
import { openLiveFrame } from './live-frame.ts';
import { loadRecording } from './load-recording.ts';
import type { VerdictNews } from './messages.ts';
import { Player } from './player.svelte.ts';
import type { EmbedSettings } from './settings.ts';

/** A server that has not answered by then is not waited for. */
const LIVE_LIMIT_MS = 2_000;
/** Nor one that the frame has not heard of: with the time it takes to notice, 2 s as well. */
const LOST_LIMIT_MS = 500;

export type Showing = 'WAITING' | 'LIVE' | 'RECORDED' | 'NOTHING';

export interface EmbedListeners {
  readonly onReady: (showing: Showing) => void;
  readonly onVerdict: (verdict: VerdictNews) => void;
  readonly onKey: (key: string) => void;
}

export class EmbedState {
  readonly settings: EmbedSettings;
  /** For paper: stands still, without controls, and asks no server. */
  readonly printed: boolean;
  showing: Showing = $state('WAITING');
  player: Player | null = $state.raw(null);
  /** Why there is no recording, in words. */
  trouble: string | null = $state(null);
  /** The server answers again, while the recording is shown. */
  liveAgain = $state(false);
  /** As the deck said last; null: it does not. */
  #stop: number | null;
  readonly #host: HTMLElement;
  readonly #listeners: EmbedListeners;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endFrame: () => void = () => undefined;
  #recording: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    host: HTMLElement,
    settings: EmbedSettings,
    printed: boolean,
    listeners: EmbedListeners,
  ) {
    this.#host = host;
    this.settings = settings;
    this.#stop = settings.stop;
    this.printed = printed;
    this.#listeners = listeners;
  }

  /** Once the document is parsed. @param frameBox where a live frame belongs */
  open(frameBox: HTMLElement): void {
    const { src } = this.settings;
    this.#recording = this.#read();
    if (src === null || this.printed) {
      void this.#fallBack();
      return;
    }
    this.#fallBackIn(LIVE_LIMIT_MS);
    this.#endFrame = openLiveFrame(frameBox, src, this.settings, {
      onState: (state) => (state === 'live' ? this.#takeLive() : this.#takeLost()),
      onVerdict: (verdict) => {
        if (this.showing === 'LIVE') this.#listeners.onVerdict(verdict);
      },
      onKey: this.#listeners.onKey,
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#endFrame();
    this.player?.close();
  }

  /** Back to the server, when it answers again. */
  goLive(): void {
    this.player?.pause();
    this.liveAgain = false;
    this.#show('LIVE');
  }

  /** The deck is at another stop; one that cannot be seen is there at once. */
  lead(stop: number, isSeen: boolean): void {
    this.#stop = stop;
    this.player?.goToStop(stop, !isSeen);
  }

  #takeLive(): void {
    clearTimeout(this.#timer);
    // Whoever watches the recording is not torn out of it.
    if (this.showing === 'RECORDED') this.liveAgain = true;
    else this.#show('LIVE');
  }

  #takeLost(): void {
    this.liveAgain = false;
    if (this.showing === 'LIVE') this.#fallBackIn(LOST_LIMIT_MS);
  }

  #fallBackIn(pauseMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fallBack(), pauseMs);
  }

  async #fallBack(): Promise<void> {
    await this.#recording;
    if (this.#closed) return;
    this.#show(this.player === null ? 'NOTHING' : 'RECORDED');
  }

  async #read(): Promise<void> {
    try {
      const recording = await loadRecording(this.#host, this.settings.replay);
      if (recording === null || this.#closed) return;
      const now = this.printed ? { poster: 'end' as const, stop: null } : { stop: this.#stop };
      this.player = new Player(recording, { ...this.settings, ...now });
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  #show(showing: Showing): void {
    if (this.showing === showing) return;
    this.showing = showing;
    this.#listeners.onReady(showing);
  }
}
