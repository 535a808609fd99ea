// JSON of a request's body, as far as everyone here needs it.
import { invalid } from './service-fault.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns an empty object for an empty body. @throws ServiceFault when it is not a JSON object */
export function parseBody(body: Buffer): JsonObject {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw invalid('cannotParse', 'The body is not JSON');
  }
  if (!isObject(value)) throw invalid('cannotParse', 'The body is not a JSON object');
  return value;
}
