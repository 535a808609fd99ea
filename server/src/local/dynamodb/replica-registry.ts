// Which tables are global, and in which Regions: one small file, replaced whole. The intent is
// written before the replica is made, so that a crash in between is finished at the next start.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseObject } from './wire.ts';

export interface ReplicaRegistry {
  /** Every Region that has the table, the first one included; empty when it is not global. */
  regionsOf(table: string): readonly string[];
  tables(): readonly string[];
  /** Durable when it returns. */
  add(table: string, regions: readonly string[]): void;
  /** A Region has no replica after all; left with one Region, the table is not global. Durable. */
  remove(table: string, region: string): void;
}

/** @param path the file; missing: no table is global yet. @throws on a damaged file */
export function openReplicaRegistry(path: string): ReplicaRegistry {
  const known = readRegistry(path);
  const keep = () => {
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(known), null, 2), {
      flush: true,
    });
    renameSync(`${path}.new`, path);
  };
  return {
    regionsOf: (table) => known.get(table) ?? [],
    tables: () => [...known.keys()],
    add(table, regions) {
      known.set(table, [...new Set([...(known.get(table) ?? []), ...regions])]);
      keep();
    },
    remove(table, region) {
      const left = (known.get(table) ?? []).filter((name) => name !== region);
      if (left.length > 1) known.set(table, left);
      else known.delete(table);
      keep();
    },
  };
}

function readRegistry(path: string): Map<string, string[]> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
  const entries = Object.entries(parseObject(text) ?? { '': null });
  return new Map(
    entries.map(([table, regions]) => {
      if (!Array.isArray(regions) || !regions.every((name) => typeof name === 'string')) {
        throw new Error(`${path} is damaged: ${text.slice(0, 100)}`);
      }
      return [table, regions];
    }),
  );
}
