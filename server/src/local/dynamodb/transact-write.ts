// TransactWriteItems in one Region: with the locks of all items, every action is first planned
// against the item as it is; one refusal cancels them all. Then one record commits them, and they
// are stored. To the other Regions they travel one by one, as on AWS.
import { createHash, randomUUID } from 'node:crypto';
import { keyOf } from './item-key.ts';
import { reservedName } from './item-write.ts';
import { plan, type ItemOperation, type Plan } from './plan.ts';
import { noTransactions, repeatedItem } from './read-items.ts';
import type { Region } from './region.ts';
import type { Handler, Services } from './request.ts';
import { RESERVED_PREFIX, shownItem, stampItem, tombstoneOf } from './stamps.ts';
import type { Change, Transaction } from './transaction-log.ts';
import { answer, fault, faultNameOf, isItem, isObject, objectsOf, parseObject } from './wire.ts';
import { resourceNotFound, validationFault } from './wire.ts';
import type { Item, JsonObject, WireAnswer } from './wire.ts';

const MAX_ACTIONS = 100;

const KINDS: Readonly<Record<string, ItemOperation>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  // A deletion that is planned and not made.
  ConditionCheck: 'DeleteItem',
};

interface Action {
  readonly kind: string;
  readonly operation: ItemOperation;
  readonly table: string;
  readonly key: string;
  readonly input: JsonObject;
}

export const transactWrite: Handler = async ({ services, input }) => {
  const { region, transactions } = services;
  const actions = await actionsOf(services, input);
  if ('status' in actions) return actions;
  const { ClientRequestToken: given } = input;
  const token = typeof given === 'string' && given !== '' ? given : randomUUID();
  const hash = hashOf(input['TransactItems']);
  return region.aloneWithAll(actions, async () => {
    const known = await transactions.find(token, Date.now());
    if (known !== null) return known.hash === hash ? answer({}) : otherRequest();
    const planned = await Promise.all(actions.map((action) => planOne(region, action)));
    const refusal = refusalOf(actions, planned);
    if (refusal !== null) return refusal;
    const changes = actions.flatMap((action, index) => changeOf(region, action, planned[index]));
    return commit(services, { token, hash, atMs: Date.now() }, changes);
  });
};

async function commit(
  { region, transactions }: Services,
  transaction: Transaction,
  changes: readonly Change[],
): Promise<WireAnswer> {
  if (!transactions.fits(changes)) {
    return validationFault('The items of a transaction may have 379 kB together here');
  }
  await transactions.commit(transaction, changes);
  await Promise.all(changes.map(({ table, key, version }) => region.keep(table, key, version)));
  await transactions.done(transaction);
  changes.forEach(({ table, key, version }) => region.replicate(table, key, version));
  return answer({});
}

async function actionsOf(
  { region, registry }: Services,
  input: JsonObject,
): Promise<Action[] | WireAnswer> {
  const items = objectsOf(input['TransactItems']);
  if (items.length === 0 || items.length > MAX_ACTIONS) {
    return validationFault(`TransactItems takes 1 to ${MAX_ACTIONS} actions, not ${items.length}`);
  }
  const actions: Action[] = [];
  for (const item of items) {
    const [[kind, action] = ['', null], ...more] = Object.entries(item);
    const operation = KINDS[kind];
    if (operation === undefined || !isObject(action) || more.length > 0) {
      return validationFault(
        `TransactItems can only contain one of ${Object.keys(KINDS).join(', ')} each`,
      );
    }
    const { TableName: table, Item: whole, Key: named } = action;
    if (typeof table !== 'string') return validationFault('TableName must not be null');
    const keyNames = await region.catalog.keyNames(table);
    if (keyNames === null) return resourceNotFound();
    if (registry.isStrong(table)) return noTransactions();
    const reserved = reservedName(action);
    if (reserved !== undefined) {
      return validationFault(`Attribute name ${reserved} is reserved: not ${RESERVED_PREFIX}*`);
    }
    const given = kind === 'Put' ? whole : named;
    const key = isItem(given) ? keyOf(given, keyNames) : null;
    if (key === null) {
      return validationFault('The provided key element does not match the schema');
    }
    if (kind === 'ConditionCheck' && action['ConditionExpression'] === undefined) {
      return validationFault('ConditionCheck needs a ConditionExpression');
    }
    actions.push({ kind, operation, table, key, input: action });
  }
  const places = new Set(actions.map(({ table, key }) => `${table}/${key}`));
  return places.size < actions.length ? repeatedItem() : actions;
}

interface Planned {
  readonly plan: Plan;
  readonly current: Item | null;
}

async function planOne(region: Region, action: Action): Promise<Planned> {
  const schema = await region.catalog.schema(action.table);
  if (schema === null) throw new Error(`${action.table} was deleted meanwhile`);
  const current = shownItem(await region.version(action.table, action.key));
  return { plan: plan(action.operation, action.input, schema, current), current };
}

/** Null: every action may be made. */
function refusalOf(actions: readonly Action[], planned: readonly Planned[]): WireAnswer | null {
  const malformed = planned.find((each) => each.plan.kind === 'MALFORMED');
  if (malformed !== undefined) return malformed.plan.answer;
  if (planned.every((each) => each.plan.kind === 'FINE')) return null;
  const reasons = planned.map((each, index) => reasonOf(each, actions[index]));
  const codes = reasons.map(({ Code }) => String(Code)).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return fault('TransactionCanceledException', message, { CancellationReasons: reasons });
}

function reasonOf(
  { plan: { kind, answer: given }, current }: Planned,
  action?: Action,
): JsonObject {
  if (kind === 'FINE') return { Code: 'None' };
  const Message = parseObject(given.text)?.['message'];
  if (faultNameOf(given) !== 'ConditionalCheckFailedException') {
    return { Code: 'ValidationError', Message };
  }
  const wanted = action?.input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
  const Item = wanted && current !== null ? { Item: current } : {};
  return { Code: 'ConditionalCheckFailed', Message, ...Item };
}

/** Nothing for a check, and for the deletion of what is not there. */
function changeOf(
  region: Region,
  { kind, table, key, input }: Action,
  planned: Planned | undefined,
): Change[] {
  if (planned?.plan.kind !== 'FINE' || kind === 'ConditionCheck') return [];
  const { item } = planned.plan;
  if (item !== null) return [{ table, key, version: stampItem(item, region.stamp()) }];
  if (planned.current === null) return [];
  return [{ table, key, version: tombstoneOf(input['Key'] as Item, region.stamp()) }];
}

function hashOf(items: unknown): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('hex');
}

const otherRequest = () =>
  fault(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request.',
  );
