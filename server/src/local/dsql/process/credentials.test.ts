import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chmod } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { leftovers } from '../../../../../tests/support/leftovers.ts';
import { tempFolder } from '../../../../../tests/support/temp-folder.ts';
import { openCredentials, readCredentials } from './credentials.ts';

const later = leftovers();

test('made once, random, in the format of AWS, for nobody else to read', async () => {
  const [folder, other] = [await tempFolder(later), await tempFolder(later)];
  expect(await readCredentials(folder)).toBeNull();
  const made = await openCredentials(folder);
  expect(made).toEqual({
    accessKeyId: expect.stringMatching(/^WORLDSEAT[A-Z2-7]{11}$/) as string,
    secretAccessKey: expect.stringMatching(/^[\w-]{40}$/) as string,
    file: join(folder, 'credentials'),
  });
  expect((await stat(made.file)).mode & 0o777).toBe(0o600);
  expect(await readFile(made.file, 'utf8')).toContain(
    `[default]\naws_access_key_id = ${made.accessKeyId}\naws_secret_access_key = ${made.secretAccessKey}\n`,
  );
  expect(await openCredentials(folder)).toEqual(made);
  const { accessKeyId, secretAccessKey } = await openCredentials(other);
  expect([accessKeyId, secretAccessKey]).not.toContain(made.accessKeyId);
  expect([accessKeyId, secretAccessKey]).not.toContain(made.secretAccessKey);
});

test('a file that others may read is closed to them', async () => {
  const folder = await tempFolder(later);
  const { file } = await openCredentials(folder);
  await chmod(file, 0o644);
  await openCredentials(folder);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file that is not ours is refused in words, and left as it is', async () => {
  const folder = await tempFolder(later);
  const file = join(folder, 'credentials');
  await writeFile(file, '[default]\naws_access_key_id = AKIAEXAMPLE\n');
  await expect(openCredentials(folder)).rejects.toMatchObject({
    code: 'CREDENTIALS_DAMAGED',
    message: `${file} does not hold this cloud's access key: remove it`,
  });
  expect(await readFile(file, 'utf8')).toContain('AKIAEXAMPLE');
});

test('what a crash left half written does not matter', async () => {
  const folder = await tempFolder(later);
  await writeFile(join(folder, 'credentials.new'), 'half');
  const made = await openCredentials(folder);
  expect(await openCredentials(folder)).toEqual(made);
});
