// The bursts that ended while the page was open: what a recording of the whole talk holds.
import type { ShownEngine } from '../state/shown-engine.ts';

/** As many as a recording may hold; the oldest are left out. */
const MAX_BURSTS = 100;

export class SessionBursts {
  ids: readonly string[] = $state.raw([]);

  /** To be called whenever a burst changed. */
  follow(engines: readonly ShownEngine[]): void {
    const ended = engines.flatMap(({ burst }) =>
      burst?.state === 'SETTLED' && burst.sha256 !== null ? burst.id : [],
    );
    const fresh = ended.filter((id) => !this.ids.includes(id));
    if (fresh.length > 0) this.ids = [...this.ids, ...fresh].slice(-MAX_BURSTS);
  }
}

/** Where the server gives these bursts as one recording. */
export function recordingAddress(ids: readonly string[]): string {
  return `/recordings/${ids.join('+')}.ndjson`;
}
