// dynalite's reads of items, called as its own server calls them: checked, then done. What an HTTP
// server does beside that (bodies as text, checksums) costs more than reading, when a page of a large
// floor is a megabyte; here the answer stays an object until the front writes it.
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import getItem from 'dynalite/actions/getItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import type { InnerStore } from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import validateBatchGet from 'dynalite/validations/batchGetItem.js';
import validateGet from 'dynalite/validations/getItem.js';
import validateQuery from 'dynalite/validations/query.js';
import validateScan from 'dynalite/validations/scan.js';
import { isObject, type JsonObject } from './wire.ts';

const READS = {
  BatchGetItem: { action: batchGetItem, validation: validateBatchGet },
  GetItem: { action: getItem, validation: validateGet },
  Query: { action: query, validation: validateQuery },
  Scan: { action: scan, validation: validateScan },
} as const;

export type ReadOperation = keyof typeof READS;

export interface ReadAnswer {
  readonly status: number;
  /** Nobody else's: it can be changed. */
  readonly body: JsonObject;
}

/** @throws what is no client's fault */
export function readDirectly(
  store: InnerStore,
  operation: ReadOperation,
  input: JsonObject,
): Promise<ReadAnswer> {
  const { action, validation } = READS[operation];
  return new Promise<ReadAnswer>((resolve, reject) => {
    // It works on its argument, which comes from a text that holds nothing undefined.
    const given = JSON.parse(JSON.stringify(input)) as JsonObject;
    const checked = validations.checkTypes(given, validation.types);
    validations.checkValidations(checked, validation.types, validation.custom, store);
    action(store, checked, (error, body) => {
      if (error == null) resolve({ status: 200, body: { ...body } });
      else reject(error instanceof Error ? error : new Error('no reading', { cause: error }));
    });
  }).catch(refusalOf);
}

/** dynalite refuses with an error that holds the answer. */
function refusalOf(error: unknown): ReadAnswer {
  if (isObject(error) && isObject(error['body']) && typeof error['statusCode'] === 'number') {
    return { status: error['statusCode'], body: error['body'] };
  }
  throw error;
}
