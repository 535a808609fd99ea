// A BatchWriteItem, taken apart into the PutItems that it stands for. Pure.
import { isObject, type JsonObject } from './wire.ts';

const MAX_ITEMS = 25;

/** The PutItem inputs, or what is wrong with the batch in words. */
export function putRequests(input: JsonObject): JsonObject[] | string {
  const tables = input['RequestItems'];
  if (!isObject(tables)) return 'RequestItems must be an object of tables';
  const puts: JsonObject[] = [];
  for (const [table, requests] of Object.entries(tables)) {
    if (!Array.isArray(requests)) return `RequestItems of ${table} must be a list`;
    for (const request of requests) {
      const put = isObject(request) ? request['PutRequest'] : undefined;
      const item = isObject(put) ? put['Item'] : undefined;
      if (!isObject(item)) return 'BatchWriteItem supports PutRequest with an Item only';
      puts.push({ TableName: table, Item: item });
    }
  }
  if (puts.length === 0 || puts.length > MAX_ITEMS) {
    return `BatchWriteItem takes 1 to ${MAX_ITEMS} items, not ${puts.length}`;
  }
  const distinct = new Set(puts.map((put) => JSON.stringify(put)));
  return distinct.size === puts.length ? puts : 'BatchWriteItem must not name an item twice';
}
