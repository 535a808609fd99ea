// The content hash of a history: SHA-256 over the whole text (UTF-8) in which the hash itself is
// the empty string. It tells that a file was changed, not who wrote it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const STATED_HASH = /"sha256":"[0-9a-f]*"/;

/** The text with another hash in its first line. */
export function withHash(text: string, hash: string): string {
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  return first.replace(STATED_HASH, `"sha256":"${hash}"`) + text.slice(first.length);
}

/** What the hash of a history is taken over, for whoever has a faster SHA-256. */
export function textOfHash(text: string): string {
  return withHash(text, '');
}

/** By this rule, whatever hash the first line states. @returns 64 hexadecimal digits */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(textOfHash(text)));
}
