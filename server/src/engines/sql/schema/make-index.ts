// How an index comes about. Databases differ in whether the statement waits for it.
import type { RegionPool } from '../region-pool.ts';

/** What is to be made: "NAME ON TABLE (COLUMNS)", schema included. */
export type IndexText = string;

export interface IndexMaking {
  readonly index: IndexText;
  /** Of admin. */
  readonly pool: RegionPool;
  /** Runs one statement; it is no fault when another server made the same just now. */
  readonly run: (text: string) => Promise<readonly { readonly job_id?: string | null }[]>;
  readonly log: (message: string) => void;
}

/** Resolves when the index is there, or is only a matter of time. @throws what the database answers */
export type MakeIndex = (making: IndexMaking) => Promise<void>;

/** The statement returns when the index is there. */
export const makeIndexAtOnce: MakeIndex = async ({ index, run }) => {
  await run(`CREATE INDEX IF NOT EXISTS ${index}`);
};
