import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderError, holdDataFolder } from './data-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worldseat-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('holdDataFolder', () => {
  it('holds a folder for one server at a time', async () => {
    const dataDir = join(folder, 'deep', 'data');
    const letGo = await holdDataFolder(dataDir);
    await expect(holdDataFolder(dataDir)).rejects.toThrow(/Another WorldSeat server uses/);
    await letGo();
    await (
      await holdDataFolder(dataDir)
    )();
  });

  it('refuses a folder that cannot be made, and says how to go on', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(holdDataFolder(join(file, 'data'))).rejects.toThrow(DataFolderError);
    await expect(holdDataFolder(join(file, 'data'))).rejects.toThrow(/set WORLDSEAT_DATA/);
  });
});
