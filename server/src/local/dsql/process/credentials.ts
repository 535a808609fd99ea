// The access key of one embedded cloud: random, made at its first start, and kept in the format of
// AWS's shared credentials file, so that every AWS tool can be pointed at it. Mode 0600: it signs
// tokens that this cloud's gateways accept, and nothing else in the world.
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from '../admission/index.ts';

const FILE = 'credentials';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const RANDOM_LETTERS = 11;
const SECRET_BYTES = 30;

/** The file is there, and is not what this program wrote. */
export class CredentialsDamaged extends Error {
  override readonly name = 'CredentialsDamaged';
  readonly code = 'CREDENTIALS_DAMAGED';
}

export interface KeptCredentials extends Credentials {
  readonly file: string;
}

/** Made when there are none. @param folder exists. @throws CredentialsDamaged */
export async function openCredentials(folder: string): Promise<KeptCredentials> {
  return (await readCredentials(folder)) ?? make(join(folder, FILE));
}

/** Null: this cloud has never been started. @throws CredentialsDamaged */
export async function readCredentials(folder: string): Promise<KeptCredentials | null> {
  const file = join(folder, FILE);
  if (!existsSync(file)) return null;
  await chmod(file, 0o600);
  return { ...parse(await readFile(file, 'utf8'), file), file };
}

async function make(file: string): Promise<KeptCredentials> {
  const letters = Array.from({ length: RANDOM_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]);
  const credentials = {
    accessKeyId: `WORLDSEAT${letters.join('')}`,
    secretAccessKey: randomBytes(SECRET_BYTES).toString('base64url'),
  };
  await writeWhole(file, textOf(credentials));
  return { ...credentials, file };
}

const textOf = ({ accessKeyId, secretAccessKey }: Credentials): string =>
  `# Of this embedded cloud only; no AWS account knows them.
[default]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
`;

function parse(text: string, file: string): Credentials {
  const accessKeyId = /^aws_access_key_id = (WORLDSEAT[A-Z2-7]+)$/m.exec(text)?.[1];
  const secretAccessKey = /^aws_secret_access_key = ([\w-]{40})$/m.exec(text)?.[1];
  if (accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { accessKeyId, secretAccessKey };
  }
  throw new CredentialsDamaged(`${file} does not hold this cloud's access key: remove it`);
}

/** Whoever reads it finds the whole file or none, also after a power cut. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.new`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
