// Whether an engine answers now. Asked by many, it asks the database once; one that does not answer
// within the limit is not ready, whatever it says later.
import type { EngineRoom } from './engine-room.ts';
import type { Trial } from './trial.ts';

const READY_LIMIT_MS = 3_000;

/** @returns false also for an engine that is not open */
export function openReadiness(room: EngineRoom): (engineId: string) => Promise<boolean> {
  const asking = new Map<string, Promise<boolean>>();
  return (engineId) => {
    const trial = room.find(engineId);
    if (trial === null) return Promise.resolve(false);
    const known = asking.get(engineId);
    if (known !== undefined) return known;
    const asked = isReady(trial).finally(() => asking.delete(engineId));
    asking.set(engineId, asked);
    return asked;
  };
}

function isReady({ engine }: Trial): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve(false), READY_LIMIT_MS);
    engine
      .health()
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(limit));
  });
}
