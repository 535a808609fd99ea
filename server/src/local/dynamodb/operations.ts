// Every operation that a front knows, each with what becomes of it. What could not be replicated
// truthfully is refused by name, never passed on unstamped.
import { putRequests } from './batch-write.ts';
import { wrongKeyType } from './key-types.ts';
import type { Region } from './region.ts';
import { withReplicas, type Replicas } from './replicas.ts';
import { stripStamps } from './stamps.ts';
import type { AuthHeaders } from './store.ts';
import {
  answer,
  parseObject,
  unknownOperation,
  validationFault,
  type JsonObject,
  type WireAnswer,
} from './wire.ts';

export interface Request {
  readonly region: Region;
  readonly replicas: Replicas;
  readonly operation: string;
  readonly input: JsonObject;
  readonly auth: AuthHeaders;
}

type Handler = (request: Request) => WireAnswer | Promise<WireAnswer>;

const pass: Handler = ({ region, operation, input, auth }) =>
  region.store.call(operation, input, auth);

const read: Handler = async (request) => withoutStamps(await pass(request));

const put: Handler = async ({ region, input, auth }) =>
  withoutStamps(await region.put(input, auth));

const batchWrite: Handler = async ({ region, input, auth }) => {
  const puts = putRequests(input);
  if (typeof puts === 'string') return validationFault(puts);
  const answers = await Promise.all(puts.map((each) => region.put(each, auth)));
  return answers.find(({ status }) => status !== 200) ?? answer({ UnprocessedItems: {} });
};

const createTable: Handler = (request) => {
  const wrong = wrongKeyType(request.input);
  return wrong === null ? pass(request) : validationFault(wrong);
};

const describeTable: Handler = async (request) =>
  withReplicas(request.replicas, request.region, await pass(request));

const updateTable: Handler = (request) => {
  const { replicas, region, input } = request;
  if (input['ReplicaUpdates'] !== undefined) return replicas.update(region, input);
  return input['MultiRegionConsistency'] === undefined
    ? pass(request)
    : validationFault('MultiRegionConsistency is set together with ReplicaUpdates only');
};

const deleteTable: Handler = (request) => {
  const { region, input } = request;
  const table = String(input['TableName']);
  const names = region.catalog.replicas(table);
  if (names.length > 0) {
    return validationFault(`${table} has replicas in ${names.join(', ')}: it cannot be deleted`);
  }
  region.catalog.forget(table);
  return pass(request);
};

const refuse: Handler = ({ operation }) =>
  validationFault(
    `${operation} is not supported by the embedded global tables yet; items are written by PutItem`,
  );

const HANDLERS = new Map<string, Handler>([
  ['GetItem', read],
  ['Query', read],
  ['Scan', read],
  ['BatchGetItem', read],
  ['PutItem', put],
  ['BatchWriteItem', batchWrite],
  ['CreateTable', createTable],
  ['DescribeTable', describeTable],
  ['UpdateTable', updateTable],
  ['DeleteTable', deleteTable],
  ['ListTables', pass],
  ['DescribeTimeToLive', pass],
  ['TagResource', pass],
  ['UntagResource', pass],
  ['ListTagsOfResource', pass],
  ['UpdateItem', refuse],
  ['DeleteItem', refuse],
  ['TransactWriteItems', refuse],
  ['ExecuteStatement', refuse],
  ['BatchExecuteStatement', refuse],
  ['ExecuteTransaction', refuse],
]);

export function handle(request: Request): WireAnswer | Promise<WireAnswer> {
  const handler = HANDLERS.get(request.operation);
  return handler === undefined ? unknownOperation() : handler(request);
}

function withoutStamps(given: WireAnswer): WireAnswer {
  const body = given.status === 200 ? parseObject(given.text) : null;
  if (body === null) return given;
  stripStamps(body);
  return { status: given.status, text: JSON.stringify(body) };
}
