// PostgreSQL's own folder: made on the first start, then only checked. It is made beside its place and
// renamed, so that an interrupted first start leaves nothing that looks whole.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Launch } from './child.ts';
import { PostgresFault } from './fault.ts';
import { giveTo, isTemporary } from './folders.ts';
import { initialize, synchronize } from './initdb.ts';
import { copyTemplate } from './template.ts';

const MAJOR_VERSION = '16';

/**
 * Makes the data folder if there is none.
 * @param template where a fresh data folder of this version may be kept, to be copied
 * @throws PostgresFault POSTGRES_DATA_UNUSABLE
 */
export async function prepareDataFolder(launch: Launch, template: string): Promise<void> {
  if (existsSync(join(launch.dataDir, 'PG_VERSION'))) checkDataFolder(launch);
  else await makeDataFolder(launch, template);
}

async function makeDataFolder(launch: Launch, template: string): Promise<void> {
  const draft = { ...launch, dataDir: `${launch.dataDir}.new` };
  rmSync(draft.dataDir, { recursive: true, force: true });
  mkdirSync(draft.dataDir, { recursive: true });
  chmodSync(draft.dataDir, 0o700);
  const isCopy = await copyTemplate(draft, template);
  if (draft.account !== null) giveTo(draft.account, draft.dataDir);
  if (!isCopy) await initialize(draft);
  else if (!isTemporary(draft.dataDir)) await synchronize(draft);
  renameSync(draft.dataDir, launch.dataDir);
}

/**
 * To be called before anything in the folder is read or changed.
 * @param account the account to run as; null: our own
 * @throws PostgresFault POSTGRES_DATA_UNUSABLE
 */
export function checkOwner(dataDir: string, account: Account | null): void {
  if (!existsSync(dataDir)) return;
  const { uid } = statSync(dataDir);
  const isOurs = account === null ? uid === process.getuid?.() : uid === account.uid || uid === 0;
  if (!isOurs) refuse(`${dataDir} belongs to user ${uid}: start as that user`);
}

function checkDataFolder({ dataDir, account }: Launch): void {
  if (account !== null && statSync(dataDir).uid === 0) giveTo(account, dataDir);
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    refuse(`${dataDir} holds data of PostgreSQL ${version}, this is ${MAJOR_VERSION}`);
  }
}

function refuse(reason: string): never {
  throw new PostgresFault('POSTGRES_DATA_UNUSABLE', `${reason}, or choose another data folder`);
}
