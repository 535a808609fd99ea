// Bursts on disk: one small JSON file with what a burst came to, written at its start (RUNNING) and
// again at its end, and its history as NDJSON, written once, when it ends. Each is written as a
// whole, so that a crash leaves the old file or the new one. Only the newest are kept.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scope } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { usualScenario } from './plan.ts';

/**
 * Bursts kept whose rounds are over; the oldest go first. One of 60 buyers takes 25 to 60 kB of disk,
 * one of 2,000 about 1 MB, one of 20,000, the largest, about 10 MB: a full shelf takes 15 MB of small
 * ones, and 3 GB at the very most.
 */
export const MAX_BURSTS_KEPT = 300;

export interface KeptBurst {
  readonly burst: BurstView;
  /** The seats that were on sale, and their rounds. */
  readonly scope: Scope;
}

export class BurstFiles {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<BurstFiles> {
    await mkdir(folder, { recursive: true });
    return new BurstFiles(folder);
  }

  /** Every kept burst, oldest first. A file that cannot be read is skipped and reported. */
  async load(onFault: (error: unknown) => void): Promise<KeptBurst[]> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.json'));
    const kept: KeptBurst[] = [];
    for (const name of names) {
      try {
        kept.push(parseBurst(await readFile(join(this.#folder, name), 'utf8')));
      } catch (error) {
        onFault(error);
      }
    }
    return kept.sort((a, b) => a.burst.startedAtMs - b.burst.startedAtMs);
  }

  /** One kept burst, or null. @throws when its file cannot be read */
  async find(burstId: string): Promise<KeptBurst | null> {
    const text = await this.#read(`${burstId}.json`);
    return text === null ? null : parseBurst(text);
  }

  async save({ burst, scope }: KeptBurst): Promise<void> {
    await this.#write(`${burst.id}.json`, JSON.stringify({ burst, scope: [...scope] }));
  }

  /** The burst's NDJSON as it was written, or null when there is none. */
  readHistory(burstId: string): Promise<string | null> {
    return this.#read(`${burstId}.ndjson`);
  }

  async saveHistory(burstId: string, text: string): Promise<void> {
    await this.#write(`${burstId}.ndjson`, text);
  }

  async remove(burstId: string): Promise<void> {
    await rm(join(this.#folder, `${burstId}.json`), { force: true });
    await rm(join(this.#folder, `${burstId}.ndjson`), { force: true });
  }

  async #read(name: string): Promise<string | null> {
    try {
      return await readFile(join(this.#folder, name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async #write(name: string, text: string): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
}

/** What an earlier version did not write. */
type NewField = 'scenario' | 'sha256' | 'labId' | 'latencyCounts';
type RecordedBurst = Omit<BurstView, NewField> & Partial<Pick<BurstView, NewField>>;

function parseBurst(text: string): KeptBurst {
  const { burst, scope } = JSON.parse(text) as {
    burst: RecordedBurst;
    scope: [string, number][];
  };
  const scenario = usualScenario(burst.seatId);
  const unsaid = { scenario, sha256: null, labId: null, latencyCounts: null };
  return { burst: { ...unsaid, ...burst }, scope: new Map(scope) };
}
