// Which tables are global, in which Regions, and how consistent: one small file, replaced whole. The
// intent is written before a replica is made or removed, so that a crash in between is finished at
// the next start.
import { damaged, readJsonFile, writeJsonFile } from './json-file.ts';
import { isObject } from './wire.ts';

export type Consistency = 'EVENTUAL' | 'STRONG';

export interface GlobalTable {
  /** Every Region that has a replica, the one that the others were made from first. */
  readonly regions: readonly string[];
  readonly consistency: Consistency;
  /** Of a STRONG table with two replicas: the Region that only keeps what was written. */
  readonly witness: string | null;
  /** Regions whose replica is being removed; its table is still to be deleted there. */
  readonly leaving: readonly string[];
}

/** How a table becomes global. */
export interface Mode {
  readonly consistency: Consistency;
  readonly witness: string | null;
}

const EVENTUAL: Mode = { consistency: 'EVENTUAL', witness: null };

export class ReplicaRegistry {
  readonly #path: string;
  readonly #tables: Map<string, GlobalTable>;

  constructor(path: string, tables: Map<string, GlobalTable>) {
    this.#path = path;
    this.#tables = tables;
  }

  /** Null: the table is not global. */
  find(table: string): GlobalTable | null {
    return this.#tables.get(table) ?? null;
  }

  /** Every Region that has the table, the first one included; empty when it is not global. */
  regionsOf(table: string): readonly string[] {
    return this.#tables.get(table)?.regions ?? [];
  }

  tables(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** Whether its Regions must agree now; no longer once all but one are leaving. */
  isStrong(table: string): boolean {
    const known = this.#tables.get(table);
    return known?.consistency === 'STRONG' && known.regions.length > 1;
  }

  /** Durable when it returns. @param mode of a table that is not global yet */
  add(table: string, regions: readonly string[], mode: Mode = EVENTUAL): void {
    const known = this.#tables.get(table) ?? { ...mode, regions: [], leaving: [] };
    this.#keep(table, { ...known, regions: [...new Set([...known.regions, ...regions])] });
  }

  /** A Region has no replica after all; left with one Region, the table is not global. Durable. */
  remove(table: string, region: string): void {
    const known = this.#tables.get(table);
    if (known === undefined) return;
    const without = (names: readonly string[]) => names.filter((name) => name !== region);
    this.#keep(table, {
      ...known,
      regions: without(known.regions),
      leaving: without(known.leaving),
    });
  }

  /** From now on these Regions have no replica, but their tables must still be deleted. Durable. */
  leave(table: string, leaving: readonly string[]): void {
    const known = this.#tables.get(table);
    if (known === undefined) return;
    const regions = known.regions.filter((name) => !leaving.includes(name));
    this.#keep(table, { ...known, regions, leaving: [...known.leaving, ...leaving] });
  }

  #keep(table: string, entry: GlobalTable): void {
    if (entry.regions.length > 1 || entry.leaving.length > 0) this.#tables.set(table, entry);
    else this.#tables.delete(table);
    writeJsonFile(this.#path, Object.fromEntries(this.#tables));
  }
}

/** @param path the file; missing: no table is global yet. @throws on a damaged file */
export function openReplicaRegistry(path: string): ReplicaRegistry {
  const tables = new Map<string, GlobalTable>();
  for (const [table, value] of Object.entries(readJsonFile(path))) {
    const entry = entryOf(value);
    if (entry === null) throw damaged(path);
    tables.set(table, entry);
  }
  return new ReplicaRegistry(path, tables);
}

/** Before there were modes, an entry was the list of its Regions. */
function entryOf(value: unknown): GlobalTable | null {
  if (isNames(value)) return { ...EVENTUAL, regions: value, leaving: [] };
  if (!isObject(value)) return null;
  const { regions, consistency, witness, leaving } = value;
  if (!isNames(regions) || !isNames(leaving)) return null;
  if (consistency !== 'EVENTUAL' && consistency !== 'STRONG') return null;
  if (witness !== null && typeof witness !== 'string') return null;
  return { regions, consistency, witness, leaving };
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
