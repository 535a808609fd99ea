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

const DYNAMODB = 'com.amazonaws.dynamodb.v20120810';
const SERVICE = 'com.amazon.coral.service';

/** Every error that is made here and not in the store: its namespace, and its status if not 400. */
const FAULTS = {
  ConditionalCheckFailedException: { namespace: DYNAMODB },
  IdempotentParameterMismatchException: { namespace: DYNAMODB },
  IncompleteSignatureException: { namespace: SERVICE },
  InternalServerError: { namespace: DYNAMODB, status: 500 },
  MissingAuthenticationTokenException: { namespace: SERVICE },
  ProvisionedThroughputExceededException: { namespace: DYNAMODB },
  ReplicatedWriteConflictException: { namespace: DYNAMODB },
  RequestLimitExceeded: { namespace: DYNAMODB },
  ResourceInUseException: { namespace: DYNAMODB },
  ResourceNotFoundException: { namespace: DYNAMODB },
  ServiceUnavailable: { namespace: DYNAMODB, status: 503 },
  ThrottlingException: { namespace: 'com.amazon.coral.availability' },
  TransactionCanceledException: { namespace: DYNAMODB },
  ValidationException: { namespace: 'com.amazon.coral.validate' },
} as const;

export type FaultName = keyof typeof FAULTS;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isItem(value: unknown): value is Item {
  return isObject(value) && Object.values(value).every(isObject);
}

/** The objects of a list; empty for anything else. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
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

/** @param message what was wrong and what is allowed @param more further members of the body */
export function fault(name: FaultName, message: string, more: JsonObject = {}): WireAnswer {
  const { namespace, ...known } = FAULTS[name];
  const status = 'status' in known ? known.status : 400;
  return answer({ __type: `${namespace}#${name}`, message, ...more }, status);
}

/** The error's name, or null for an answer that is none. */
export function faultNameOf({ status, text }: WireAnswer): string | null {
  if (status === 200) return null;
  const type = parseObject(text)?.['__type'];
  return typeof type === 'string' ? type.replace(/^.*#/, '') : String(status);
}

export const validationFault = (message: string): WireAnswer =>
  fault('ValidationException', message);

export const serializationFault = (): WireAnswer =>
  answer({ __type: `${SERVICE}#SerializationException` }, 400);

export const unknownOperation = (): WireAnswer =>
  answer({ __type: `${SERVICE}#UnknownOperationException` }, 400);

export const resourceNotFound = (): WireAnswer =>
  fault('ResourceNotFoundException', 'Requested resource not found');

export const inUse = (table: string): WireAnswer =>
  fault(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: Table is being updated: ${table}`,
  );
