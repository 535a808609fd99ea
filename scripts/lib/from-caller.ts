// A path as the caller means it: npm runs scripts in the folder of the project, not in the caller's.
import { resolve } from 'node:path';

/** @param script the name that npm calls it by; run by itself, its own folder is the caller's */
export function fromCaller(file: string, script: string): string {
  const isByNpm = process.env['npm_lifecycle_event'] === script;
  return resolve(isByNpm ? (process.env['INIT_CWD'] ?? '.') : '.', file);
}
