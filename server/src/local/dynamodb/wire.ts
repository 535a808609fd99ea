// The DynamoDB JSON protocol as the fronts speak it: one operation name, one JSON object in, one
// JSON text out. Errors carry "__type", as AWS sends them.

export type JsonObject = Record<string, unknown>;

/** One item in DynamoDB JSON: attribute name → { S: "…" }, { N: "…" }, … */
export type Item = Record<string, Record<string, unknown>>;

export interface WireAnswer {
  readonly status: number;
  /** JSON text; empty for answers without a body. */
  readonly text: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that the text holds, or null for anything else, such as bad JSON or `null`. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function answer(body: JsonObject, status = 200): WireAnswer {
  return { status, text: JSON.stringify(body) };
}

export const serializationFault = (): WireAnswer =>
  answer({ __type: 'com.amazon.coral.service#SerializationException' }, 400);

export const unknownOperation = (): WireAnswer =>
  answer({ __type: 'com.amazon.coral.service#UnknownOperationException' }, 400);

export const resourceNotFound = (): WireAnswer =>
  answer(
    {
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: 'Requested resource not found',
    },
    400,
  );

/** @param message what was wrong and what is allowed */
export const validationFault = (message: string): WireAnswer =>
  answer({ __type: 'com.amazon.coral.validate#ValidationException', message }, 400);
