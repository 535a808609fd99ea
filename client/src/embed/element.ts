// <world-seat>: the floor in somebody else's page, live or recorded. See docs/EMBED.md for every
// attribute, method and event. It changes nothing outside itself and asks nobody but the server that
// it is told of.
import { flushSync, mount, unmount } from 'svelte';
import { listenToClicker, pressAgain } from './clicker.ts';
import Embed from './Embed.svelte';
import { EmbedState, type Showing } from './embed-state.svelte.ts';
import { HOST_STYLES } from './host-styles.ts';
import type { VerdictNews } from './messages.ts';
import { openPaper } from './paper.ts';
import { openPresence, type Presence } from './presence.ts';
import { ATTRIBUTES, readSettings, type EmbedSettings } from './settings.ts';

export class WorldSeatElement extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  #embed: EmbedState | null = null;
  #presence: Presence | null = null;
  #close: () => void = () => undefined;
  #restarting = false;
  /** Left in the middle: goes on when its slide comes back. */
  #wasPlaying = false;

  connectedCallback(): void {
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#close();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    const stop = name === 'stop' ? this.#settings().stop : null;
    if (stop === null || !this.#embed) this.#restart();
    else if (!this.#embed.printed) this.#embed.lead(stop, this.#presence?.isSeen() === true);
  }

  /** From the start again when it stood at the end. Live: nothing, as all of these. */
  play(): void {
    this.#embed?.player?.play();
  }

  pause(): void {
    this.#embed?.player?.pause();
  }

  /** Plays on to the next mark. @returns false when there is nothing more to step to */
  next(): boolean {
    return this.#embed?.showing === 'RECORDED' && this.#embed.player?.next() === true;
  }

  /** @returns false when there is nothing before */
  previous(): boolean {
    return this.#embed?.showing === 'RECORDED' && this.#embed.player?.previous() === true;
  }

  /** @param atMs since the start of the take, on the clock of the recording */
  seek(atMs: number): void {
    this.#embed?.player?.seek(atMs);
  }

  /** Once for all attributes that change together, and after the document is parsed. */
  #restart(): void {
    if (this.#restarting) return;
    this.#restarting = true;
    const start = (): void => {
      this.#restarting = false;
      if (this.isConnected) this.#start();
    };
    if (document.readyState !== 'loading') queueMicrotask(start);
    else document.addEventListener('DOMContentLoaded', start, { once: true });
  }

  #start(): void {
    this.#close();
    const settings = this.#settings();
    const paper = openPaper(this, () => this.#embed?.player ?? null);
    const embed = new EmbedState(this, settings, paper.isPrinted, {
      onReady: (showing) => this.#ready(showing),
      onVerdict: (verdict) => this.#tell('worldseat-verdict', verdict),
      onKey: (key) => pressAgain(this, key),
    });
    this.#embed = embed;
    this.#wasPlaying = settings.autoplay;
    const target = this.#frame();
    const onVerdict = (verdict: VerdictNews): void => this.#tell('worldseat-verdict', verdict);
    const view = mount(Embed, { target, props: { embed, onVerdict } });
    flushSync();
    const presence = openPresence(this, (seen) => this.#seen(seen));
    this.#presence = presence;
    const deafen = listenToClicker((direction) => {
      if (!settings.steps || settings.stop !== null) return false;
      if (paper.isPrinted || !presence.isSeen()) return false;
      return direction === 1 ? this.next() : this.previous();
    });
    this.#close = () => {
      this.#close = () => undefined;
      deafen();
      presence.close();
      paper.close();
      void unmount(view);
      target.remove();
      this.#embed = null;
    };
  }

  #settings(): EmbedSettings {
    return readSettings((name) => this.getAttribute(name));
  }

  /** A box of its own inside the shadow root, which the styles of the page do not reach. */
  #frame(): HTMLElement {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = HOST_STYLES;
    const frame = document.createElement('div');
    frame.className = 'frame';
    const place = document.createElement('div');
    place.className = 'place';
    place.append(frame);
    root.replaceChildren(style, place);
    return frame;
  }

  #ready(showing: Showing): void {
    const recordedAt = showing === 'RECORDED' ? this.#embed?.player?.recording.recordedAt : null;
    this.#tell('worldseat-ready', { showing, recordedAt: recordedAt ?? null });
    if (showing === 'RECORDED' && this.#wasPlaying && this.#presence?.isSeen() === true) {
      this.#embed?.player?.autoplay();
    }
  }

  #seen(seen: boolean): void {
    const player = this.#embed?.player;
    if (this.#embed?.showing !== 'RECORDED' || !player || this.#embed.printed) return;
    if (seen) {
      if (this.#wasPlaying) player.autoplay();
      return;
    }
    this.#wasPlaying = player.replay.playing;
    player.leave();
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
