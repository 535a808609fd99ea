// The reads: passed to the store of the Region that is asked, and answered without stamps. A
// consistent read of a STRONG table first makes sure that this Region has the latest version; of an
// EVENTUAL one it sees what this Region has, as on AWS.
import { keyOf } from './item-key.ts';
import type { ReadOperation } from './dynalite-reads.ts';
import type { Handler, Request, Services } from './request.ts';
import { stripStamps } from './stamps.ts';
import { answer, isItem, isObject, resourceNotFound, validationFault } from './wire.ts';
import { objectsOf, parseObject } from './wire.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

const MAX_TRANSACT_ITEMS = 100;

type OneTable = Exclude<ReadOperation, 'BatchGetItem'>;

/** @returns what answers GetItem, Query or Scan */
export const read =
  (operation: OneTable): Handler =>
  async ({ services, input }) => {
    const { TableName: table, ConsistentRead: consistent } = input;
    if (consistent === true && typeof table === 'string' && services.registry.isStrong(table)) {
      const key = operation === 'GetItem' ? await keyIn(services, table, input['Key']) : null;
      const refusal = await services.strong.refusalToRead(services.region, table, key);
      if (refusal !== null) return refusal;
    }
    return readWithoutStamps(services, operation, input);
  };

export const batchGet: Handler = async ({ services, input }) => {
  for (const [table, request] of Object.entries(input['RequestItems'] ?? {})) {
    const consistent = isObject(request) && request['ConsistentRead'] === true;
    if (!consistent || !services.registry.isStrong(table)) continue;
    const refusal = await services.strong.refusalToRead(services.region, table, null);
    if (refusal !== null) return refusal;
  }
  return readWithoutStamps(services, 'BatchGetItem', input);
};

/** All items at one moment of this Region: with the locks of all, so that no write is half-way. */
export const transactGet: Handler = async (request) => {
  const gets = objectsOf(request.input['TransactItems']).map((each) => each['Get']);
  if (gets.length === 0 || gets.length > MAX_TRANSACT_ITEMS || !gets.every(isObject)) {
    return validationFault(`TransactItems takes 1 to ${MAX_TRANSACT_ITEMS} Get actions`);
  }
  const { services } = request;
  const places = new Map<string, { table: string; key: string }>();
  for (const { TableName: table, Key: given } of gets) {
    if (typeof table !== 'string') return validationFault('TableName must not be null');
    if ((await services.region.catalog.keyNames(table)) === null) return resourceNotFound();
    if (services.registry.isStrong(table)) return noTransactions();
    const key = await keyIn(services, table, given);
    if (key === null) {
      return validationFault('The provided key element does not match the schema');
    }
    places.set(`${table}/${key}`, { table, key });
  }
  if (places.size < gets.length) return repeatedItem();
  return services.region.aloneWithAll([...places.values()], () => getAll(request, gets));
};

async function getAll(
  { services }: Request,
  gets: readonly Record<string, unknown>[],
): Promise<WireAnswer> {
  const answers = await Promise.all(gets.map((get) => readWithoutStamps(services, 'GetItem', get)));
  const failed = answers.find(({ status }) => status !== 200);
  if (failed !== undefined) return failed;
  return answer({ Responses: answers.map(({ text }) => parseObject(text) ?? {}) });
}

async function readWithoutStamps(
  { region }: Services,
  operation: ReadOperation,
  input: JsonObject,
): Promise<WireAnswer> {
  const { status, body } = await region.store.read(operation, input);
  stripStamps(body);
  return answer(body, status);
}

async function keyIn(services: Services, table: string, key: unknown): Promise<string | null> {
  const keyNames = await services.region.catalog.keyNames(table);
  return keyNames !== null && isItem(key) ? keyOf(key, keyNames) : null;
}

export const repeatedItem = () =>
  validationFault('Transaction request cannot include multiple operations on one item');

export const noTransactions = () =>
  validationFault(
    'Transactions are not supported for global tables with MultiRegionConsistency set to STRONG',
  );
