// Files that hold keys and certificates. A file is replaced in one step and reaches the disk before
// its name does, so that it is there whole or as it was before.
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { KeyAndCertificate } from './certificates.ts';

/** Null: there is none, or it does not hold one key and one certificate. */
export function readKeyFile(path: string): KeyAndCertificate | null {
  const text = readTextFile(path);
  if (text === null) return null;
  // A copy of the folder may have lost the mode.
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const [key, certificate] = [pemBlock(text, 'PRIVATE KEY'), pemBlock(text, 'CERTIFICATE')];
  return key === null || certificate === null ? null : { key, certificate };
}

/** Null: there is none. */
export function readTextFile(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

export function replaceFile(path: string, text: string, mode: number): void {
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  const descriptor = openSync(draft, 'wx', mode);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, path);
}

function pemBlock(text: string, label: string): string | null {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from === -1 || to < from ? null : `${text.slice(from, to + end.length)}\n`;
}
