// Which keys a table may have here. A number has many spellings, {"N":"1"} and {"N":"1.0"}, and so
// has a binary in base64: one item would be under two locks, and the Regions could disagree. Pure.
import { isObject, type JsonObject } from './wire.ts';

/** What is wrong with the keys of a CreateTable, in words; null: nothing that shows here. */
export function wrongKeyType(input: JsonObject): string | null {
  const keys = list(input['KeySchema']).map((part) => part['AttributeName']);
  for (const { AttributeName: name, AttributeType: type } of list(input['AttributeDefinitions'])) {
    if (typeof name !== 'string' || !keys.includes(name)) continue;
    if (type === 'N' || type === 'B') return `Key ${name} has type ${type}: only S is supported`;
  }
  return null;
}

function list(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
