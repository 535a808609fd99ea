// One JSON object in one small file, replaced whole, so that a crash leaves the old or the new one.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseObject, type JsonObject } from './wire.ts';

/** Empty when there is no such file. @throws on a damaged one */
export function readJsonFile(path: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  const value = parseObject(text);
  if (value === null) throw damaged(path);
  return value;
}

/** Durable when it returns. */
export function writeJsonFile(path: string, value: object): void {
  writeFileSync(`${path}.new`, JSON.stringify(value, null, 2), { flush: true });
  renameSync(`${path}.new`, path);
}

export function damaged(path: string): Error {
  return new Error(`${path} is damaged: move it away or restore it`);
}
