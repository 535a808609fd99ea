// Making and dropping one Region's table in its store, with all that belongs to it.
import type { Region } from './region.ts';
import type { SettingsFile } from './table-settings.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

/** Makes the table like the described one, if it is missing; ACTIVE when it resolves. @throws */
export async function makeTable(region: Region, description: JsonObject): Promise<void> {
  const table = String(description['TableName']);
  if ((await region.catalog.describe(table)) !== null) return;
  const given = await region.store.call('CreateTable', {
    TableName: table,
    AttributeDefinitions: description['AttributeDefinitions'],
    KeySchema: description['KeySchema'],
    BillingMode: 'PAY_PER_REQUEST',
  });
  if (given.status !== 200) throw new Error(`${table} in ${region.name}: ${given.text}`);
  // The store makes it ACTIVE in its next timer; until then nothing could be replicated to it.
  await until(async () => (await region.catalog.describe(table))?.['TableStatus'] === 'ACTIVE');
}

/** Deletes the table, its settings and its tombstones. Gone when it resolves. @throws */
export async function dropTable(
  region: Region,
  settings: SettingsFile,
  table: string,
): Promise<WireAnswer> {
  region.catalog.forget(table);
  region.links.forEach((link) => link.forget(table));
  const given = await region.store.call('DeleteTable', { TableName: table });
  if (given.status !== 200) return given;
  await until(async () => (await region.catalog.describe(table)) === null);
  // Once more: a request under way may have asked for it meanwhile.
  region.catalog.forget(table);
  await region.tombstones.forget(table);
  settings.forget(region.name, table);
  return given;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
