// Bursts on disk: one small JSON file with what a burst came to, and one NDJSON file with what each
// buyer saw. Written at the start (RUNNING) and again when settled, each time as a whole, so that a
// crash leaves the old file or the new one. Only the newest are kept.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Scope } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';

/** Bursts kept whose rounds are over; the oldest go first. */
export const MAX_BURSTS_KEPT = 100;

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

  async save({ burst, scope }: KeptBurst): Promise<void> {
    await this.#write(`${burst.id}.json`, JSON.stringify({ burst, scope: [...scope] }));
  }

  async saveAnswers(burstId: string, answers: readonly Answer[]): Promise<void> {
    const lines = answers.map((answer) => `${JSON.stringify(answer)}\n`);
    await this.#write(`${burstId}.ndjson`, lines.join(''));
  }

  /** What each buyer saw, in order of intent; empty when the burst never settled. */
  async answers(burstId: string): Promise<Answer[]> {
    try {
      const text = await readFile(join(this.#folder, `${burstId}.ndjson`), 'utf8');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Answer);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  async remove(burstId: string): Promise<void> {
    await rm(join(this.#folder, `${burstId}.json`), { force: true });
    await rm(join(this.#folder, `${burstId}.ndjson`), { force: true });
  }

  async #write(name: string, text: string): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
}

function parseBurst(text: string): KeptBurst {
  const { burst, scope } = JSON.parse(text) as { burst: BurstView; scope: [string, number][] };
  return { burst, scope: new Map(scope) };
}
