// A client's write of one item: read from the request, then carried out in one Region. What is
// stored always carries a stamp, and what could not be stamped truthfully is refused before.
import { keyOf } from './item-key.ts';
import { asStored, plan, type ItemOperation } from './plan.ts';
import type { Region } from './region.ts';
import { RESERVED_PREFIX, shownItem, stampItem, stripStamps, tombstoneOf } from './stamps.ts';
import { answer, faultNameOf, isItem, isObject, parseObject } from './wire.ts';
import { resourceNotFound, validationFault } from './wire.ts';
import type { Item, JsonObject, WireAnswer } from './wire.ts';

export interface ItemWrite {
  readonly operation: ItemOperation;
  readonly table: string;
  /** As keyOf() gives it. */
  readonly key: string;
  readonly input: JsonObject;
  /** Of a PutItem without conditions that was validated: what it stores, as the store spells it. */
  readonly item?: Item;
}

/** @param version what is stored now and belongs in every replica; null: nothing has changed */
export interface Written {
  readonly answer: WireAnswer;
  readonly version: Item | null;
}

/** The write that the request asks for, or why it is refused. Nothing is stored. */
export async function askedWrite(
  region: Region,
  operation: ItemOperation,
  input: JsonObject,
): Promise<ItemWrite | WireAnswer> {
  const { TableName: table } = input;
  // Not even the form is right: the store refuses it and says best why.
  if (typeof table !== 'string') return region.store.call(operation, input);
  const keyNames = await region.catalog.keyNames(table);
  // Never passed on: the table may exist a moment later, and nothing is stored without a stamp.
  if (keyNames === null) return resourceNotFound();
  const reserved = reservedName(input);
  if (reserved !== undefined) {
    return validationFault(`Attribute name ${reserved} is reserved: not ${RESERVED_PREFIX}*`);
  }
  const named = operation === 'PutItem' ? input['Item'] : input['Key'];
  const key = isItem(named) ? keyOf(named, keyNames) : null;
  if (key !== null) return { operation, table, key, input };
  const schema = await region.catalog.schema(table);
  const planned = schema && plan(operation, input, schema, null);
  return planned?.kind === 'MALFORMED' || planned?.kind === 'REFUSED'
    ? planned.answer
    : validationFault('The provided key element does not match the schema');
}

/** Carries it out; only with the item's lock. @throws when the store fails */
export async function carryOut(region: Region, write: ItemWrite): Promise<Written> {
  const written = await CARRY_OUT[write.operation](region, write);
  const { ReturnValuesOnConditionCheckFailure: wanted } = write.input;
  if (wanted !== 'ALL_OLD' || written.version !== null) return written;
  return { version: null, answer: await withFailedItem(region, write, written.answer) };
}

const CARRY_OUT: Readonly<
  Record<ItemOperation, (region: Region, write: ItemWrite) => Promise<Written>>
> = { PutItem: put, UpdateItem: update, DeleteItem: remove };

async function put(region: Region, { table, key, input, item }: ItemWrite): Promise<Written> {
  if (item !== undefined) {
    const version = stampItem(item, region.stamp());
    await region.keep(table, key, version);
    return { answer: answer({}), version };
  }
  const stamped = stampItem(input['Item'] as Item, region.stamp());
  const given = await region.store.call('PutItem', { ...input, Item: stamped });
  return given.status === 200
    ? { answer: withoutStamps(given), version: asStored(stamped) }
    : { answer: given, version: null };
}

async function update(region: Region, { table, key, input }: ItemWrite): Promise<Written> {
  const schema = await region.catalog.schema(table);
  if (schema === null) return { answer: resourceNotFound(), version: null };
  const current = shownItem(await region.version(table, key));
  const planned = plan('UpdateItem', input, schema, current);
  if (planned.kind !== 'FINE' || planned.item === null) {
    return { answer: planned.answer, version: null };
  }
  const stamped = stampItem(planned.item, region.stamp());
  await region.keep(table, key, stamped);
  return { answer: planned.answer, version: stamped };
}

async function remove(region: Region, { table, key, input }: ItemWrite): Promise<Written> {
  const { ReturnValues: wanted = 'NONE' } = input;
  // The old item tells whether there is a deletion to remember at all.
  const old = wanted === 'NONE' ? { ReturnValues: 'ALL_OLD' } : {};
  const given = await region.store.call('DeleteItem', { ...input, ...old });
  const body = given.status === 200 ? parseObject(given.text) : null;
  if (body === null) return { answer: given, version: null };
  const deleted = body['Attributes'] !== undefined;
  if (wanted === 'NONE') Reflect.deleteProperty(body, 'Attributes');
  stripStamps(body);
  if (!deleted) return { answer: answer(body), version: null };
  const tombstone = tombstoneOf(input['Key'] as Item, region.stamp());
  await region.tombstones.put(table, { key, version: tombstone });
  return { answer: answer(body), version: tombstone };
}

/** As AWS answers with ReturnValuesOnConditionCheckFailure ALL_OLD: the item that was against it. */
async function withFailedItem(
  region: Region,
  { table, key }: ItemWrite,
  given: WireAnswer,
): Promise<WireAnswer> {
  if (faultNameOf(given) !== 'ConditionalCheckFailedException') return given;
  const current = shownItem(await region.version(table, key));
  return current === null
    ? given
    : answer({ ...parseObject(given.text), Item: current }, given.status);
}

/** The name of replication's own that a write touches or asks about. */
export function reservedName(input: JsonObject): string | undefined {
  for (const part of NAMING) {
    const names = input[part];
    if (isObject(names)) {
      const reserved = Object.keys(names).find(isReserved);
      if (reserved !== undefined) return reserved;
    }
  }
  const { ExpressionAttributeNames: aliases } = input;
  return isObject(aliases) ? Object.values(aliases).map(String).find(isReserved) : undefined;
}

const NAMING = ['Item', 'AttributeUpdates', 'Expected'];

function isReserved(name: string): boolean {
  return name.startsWith(RESERVED_PREFIX);
}

/** An operation's answer, without the stamps of the items in it. */
function withoutStamps(given: WireAnswer): WireAnswer {
  const body = given.status === 200 ? parseObject(given.text) : null;
  if (body === null) return given;
  stripStamps(body);
  return { status: given.status, text: JSON.stringify(body) };
}
