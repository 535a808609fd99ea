// What a Region's table has beside its keys and items and the store does not know: its stream, as
// shown, and its protection against deletion. One file for all Regions, replaced whole.
import { damaged, readJsonFile, writeJsonFile } from './json-file.ts';
import { isObject } from './wire.ts';

export interface TableSettings {
  /** Null: the table never had one. */
  readonly stream: Stream | null;
  readonly isProtected: boolean;
}

export interface Stream {
  readonly isEnabled: boolean;
  readonly viewType: string;
  /** The moment that it was enabled at, as in its ARN. */
  readonly label: string;
}

const NONE: TableSettings = { stream: null, isProtected: false };

export class SettingsFile {
  readonly #path: string;
  readonly #settings: Map<string, TableSettings>;

  constructor(path: string, settings: Map<string, TableSettings>) {
    this.#path = path;
    this.#settings = settings;
  }

  of(region: string, table: string): TableSettings {
    return this.#settings.get(`${region}/${table}`) ?? NONE;
  }

  /** Durable when it returns. */
  change(region: string, table: string, change: Partial<TableSettings>): void {
    this.#settings.set(`${region}/${table}`, { ...this.of(region, table), ...change });
    this.#write();
  }

  /** As AWS does for a replica: whatever stream it has stays as it is. */
  enableStream(region: string, table: string, viewType = 'NEW_AND_OLD_IMAGES'): void {
    if (this.of(region, table).stream?.isEnabled === true) return;
    const label = new Date().toISOString().replace('Z', '');
    this.change(region, table, { stream: { isEnabled: true, viewType, label } });
  }

  forget(region: string, table: string): void {
    if (this.#settings.delete(`${region}/${table}`)) this.#write();
  }

  #write(): void {
    writeJsonFile(this.#path, Object.fromEntries(this.#settings));
  }
}

/** @param path the file; missing: no table has any. @throws on a damaged file */
export function openSettingsFile(path: string): SettingsFile {
  const settings = new Map<string, TableSettings>();
  for (const [name, value] of Object.entries(readJsonFile(path))) {
    if (!isObject(value) || typeof value['isProtected'] !== 'boolean') throw damaged(path);
    settings.set(name, {
      stream: streamOf(value['stream'], path),
      isProtected: value['isProtected'],
    });
  }
  return new SettingsFile(path, settings);
}

function streamOf(value: unknown, path: string): Stream | null {
  if (value === null) return null;
  if (!isObject(value)) throw damaged(path);
  const { isEnabled, viewType, label } = value;
  if (typeof isEnabled !== 'boolean' || typeof viewType !== 'string') throw damaged(path);
  if (typeof label !== 'string') throw damaged(path);
  return { isEnabled, viewType, label };
}
