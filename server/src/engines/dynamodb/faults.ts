// What an error of the SDK tells about a call: refused for certain, or perhaps carried out.
import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
} from '@aws-sdk/client-dynamodb';
import { EngineUnavailable } from '../engine.ts';

export function isConditionFailed(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException;
}

/** True when the database itself refused the only try: nothing was written. */
export function isCertainRefusal(error: unknown): boolean {
  return (
    error instanceof DynamoDBServiceException &&
    error.$fault === 'client' &&
    error.$metadata.attempts === 1
  );
}

/** How often the SDK sent the call that was refused. */
export function triesOf(error: unknown): number {
  return error instanceof DynamoDBServiceException ? (error.$metadata.attempts ?? 1) : 1;
}

/** One line for a log and a buyer: "ECONNREFUSED connect ECONNREFUSED 127.0.0.1:8000". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return `${code} ${error.message}`.trim();
}

export function unavailable(engineId: string, error: unknown): EngineUnavailable {
  return error instanceof EngineUnavailable
    ? error
    : new EngineUnavailable(engineId, reasonOf(error), error);
}
