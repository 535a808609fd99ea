// The calls that set tables up and tear them down, with AWS's words where they are known. What this
// store would take and then ignore is refused by name: a setting that shows must be true.
import { IS_SOURCE, isReplicaRequest, NO_CHANGE, ONLY_ALL_AT_ONCE } from './replica-request.ts';
import { dropTable } from './region-tables.ts';
import type { Handler, Request, Services } from './request.ts';
import { SYSTEM_PREFIX } from './system-table.ts';
import { withDescription } from './table-description.ts';
import { answer, isObject, parseObject, validationFault } from './wire.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

const KEPT_HERE = ['StreamSpecification', 'DeletionProtectionEnabled', 'Tags'];
const CREATE_FIELDS = [
  ...['TableName', 'AttributeDefinitions', 'KeySchema', 'BillingMode', 'ProvisionedThroughput'],
  ...['LocalSecondaryIndexes', 'GlobalSecondaryIndexes', ...KEPT_HERE],
];
const UPDATE_FIELDS = [
  ...['TableName', 'AttributeDefinitions', 'BillingMode', 'ProvisionedThroughput'],
  ...['StreamSpecification', 'DeletionProtectionEnabled'],
];
const VIEW_TYPES = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'];

export const createTable: Handler = async (request) => {
  const { services, input } = request;
  const { TableName: table, DeletionProtectionEnabled: isProtected, Tags } = input;
  const stream = streamAsked(input);
  const wrong = unsupported(request, CREATE_FIELDS) ?? (typeof stream === 'string' ? stream : null);
  if (wrong !== null) return validationFault(wrong);
  const { region, settings } = services;
  if (typeof table !== 'string' || (await region.catalog.describe(table)) !== null) {
    return region.store.call('CreateTable', input);
  }
  if (table.startsWith(SYSTEM_PREFIX)) return validationFault(`${SYSTEM_PREFIX}* is reserved`);
  // Before the table: a crash in between leaves settings of nothing, which the next one replaces.
  settings.forget(region.name, table);
  if (isProtected === true) settings.change(region.name, table, { isProtected });
  if (isObject(stream)) settings.enableStream(region.name, table, stream.viewType);
  const given = await region.store.call('CreateTable', without(input, KEPT_HERE));
  if (given.status !== 200) settings.forget(region.name, table);
  else if (Array.isArray(Tags) && Tags.length > 0) await tag(services, given, Tags);
  return shown(services, 'TableDescription', given);
};

export const describeTable: Handler = async ({ services, operation, input }) =>
  shown(services, 'Table', await services.region.store.call(operation, input));

export const updateTable: Handler = async (request) => {
  const { services, input } = request;
  const { region, replicas } = services;
  const { TableName: table, DeletionProtectionEnabled: isProtected } = input;
  const description = typeof table === 'string' ? await region.catalog.describe(table) : null;
  if (typeof table !== 'string' || description === null) {
    return region.store.call('DescribeTable', { TableName: table });
  }
  if (isReplicaRequest(input)) return replicas.update(region, input);
  const wrong = unsupported(request, UPDATE_FIELDS);
  if (wrong !== null) return validationFault(wrong);
  const rest = without(input, KEPT_HERE);
  const changesStore = Object.keys(rest).some((name) =>
    ['BillingMode', 'ProvisionedThroughput'].includes(name),
  );
  if (!changesStore && input['StreamSpecification'] === undefined && isProtected === undefined) {
    return validationFault(NO_CHANGE);
  }
  return replicas.changing(table, async () => {
    const wrongStream = changeStream(services, table, input);
    if (wrongStream !== null) return validationFault(wrongStream);
    if (typeof isProtected === 'boolean') {
      services.settings.change(region.name, table, { isProtected });
    }
    return changesStore
      ? shown(services, 'TableDescription', await region.store.call('UpdateTable', rest))
      : answer({ TableDescription: replicas.show(region, description) });
  });
};

export const deleteTable: Handler = async ({ services, operation, input }) => {
  const { region, registry, replicas, settings } = services;
  const { TableName: table } = input;
  const description = typeof table === 'string' ? await region.catalog.describe(table) : null;
  if (typeof table !== 'string' || description === null) return region.store.call(operation, input);
  if (settings.of(region.name, table).isProtected) {
    return validationFault(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  }
  const known = registry.find(table);
  if (known?.consistency === 'STRONG') return validationFault(ONLY_ALL_AT_ONCE);
  const deleting = { ...replicas.show(region, description), TableStatus: 'DELETING' };
  return replicas.changing(table, async () => {
    if (known?.regions[0] === region.name) return validationFault(IS_SOURCE);
    if (known === null) {
      const given = await dropTable(region, settings, table);
      if (given.status !== 200) return given;
    } else await replicas.remove(table, [region.name]);
    return answer({ TableDescription: deleting });
  });
};

/** The store's list, without the table that is ours; so it is counted and cut into pages here. */
export const listTables: Handler = async ({ services, input }) => {
  const given = await services.region.store.call('ListTables', input);
  if (given.status !== 200) return given;
  const { Limit: limit = 100, ExclusiveStartTableName: after = '' } = input;
  const names: string[] = [];
  let start: string | undefined;
  do {
    const page = { ...(start === undefined ? {} : { ExclusiveStartTableName: start }) };
    const body = parseObject((await services.region.store.call('ListTables', page)).text) ?? {};
    names.push(...(body['TableNames'] as string[]));
    start = body['LastEvaluatedTableName'] as string | undefined;
  } while (start !== undefined);
  const visible = names.filter((name) => !name.startsWith(SYSTEM_PREFIX) && name > String(after));
  const TableNames = visible.slice(0, Number(limit));
  return visible.length > TableNames.length
    ? answer({ TableNames, LastEvaluatedTableName: TableNames.at(-1) })
    : answer({ TableNames });
};

/** Of requests that are passed on as they are: nobody can name the Region's own table. */
export function namesSystemTable(input: JsonObject): boolean {
  const { TableName: table, RequestItems: tables } = input;
  const names = [table, ...Object.keys(isObject(tables) ? tables : {})];
  return names.some((name) => typeof name === 'string' && name.startsWith(SYSTEM_PREFIX));
}

function shown(
  { region, replicas }: Services,
  name: 'Table' | 'TableDescription',
  given: WireAnswer,
): WireAnswer {
  return withDescription(name, given, (description) => replicas.show(region, description));
}

function unsupported({ operation, input }: Request, fields: readonly string[]): string | null {
  const name = Object.keys(input).find((each) => !fields.includes(each) && input[each] != null);
  return name === undefined ? null : `${operation} with ${name} is not supported here`;
}

/** Null: no stream is asked for. A text: what is wrong with the request. */
function streamAsked(input: JsonObject): { readonly viewType: string } | string | null {
  const asked = input['StreamSpecification'];
  if (asked === undefined) return null;
  const { StreamEnabled: isEnabled, StreamViewType: viewType } = isObject(asked) ? asked : {};
  if (typeof isEnabled !== 'boolean') return 'StreamSpecification needs StreamEnabled';
  if (!isEnabled) return null;
  return typeof viewType === 'string' && VIEW_TYPES.includes(viewType)
    ? { viewType }
    : `StreamViewType must be one of ${VIEW_TYPES.join(', ')} when StreamEnabled is true`;
}

function changeStream(
  { region, registry, settings }: Services,
  table: string,
  input: JsonObject,
): string | null {
  if (input['StreamSpecification'] === undefined) return null;
  const stream = streamAsked(input);
  if (typeof stream === 'string') return stream;
  const current = settings.of(region.name, table).stream;
  const isEnabled = current?.isEnabled === true;
  if (stream !== null) {
    if (isEnabled) return `Table already has an enabled stream: TableName: ${table}`;
    settings.enableStream(region.name, table, stream.viewType);
    return null;
  }
  if (current === null || !isEnabled) return `Table has no stream to disable: TableName: ${table}`;
  if (registry.find(table)?.consistency === 'EVENTUAL') {
    return 'Disabling Stream is not allowed for a Global Table replica';
  }
  settings.change(region.name, table, { stream: { ...current, isEnabled: false } });
  return null;
}

async function tag({ region }: Services, created: WireAnswer, Tags: unknown): Promise<void> {
  const description = parseObject(created.text)?.['TableDescription'];
  const ResourceArn = isObject(description) ? description['TableArn'] : undefined;
  const given = await region.store.call('TagResource', { ResourceArn, Tags });
  if (given.status !== 200) throw new Error(`tags of a new table: ${given.text}`);
}

function without(input: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}
