// The writes of items: one, or a batch of them, each for itself.
import { askedWrite, carryOut, type ItemWrite } from './item-write.ts';
import { plan, type ItemOperation } from './plan.ts';
import type { Handler, Services } from './request.ts';
import { answer, faultNameOf, isObject, validationFault } from './wire.ts';
import type { JsonObject, WireAnswer } from './wire.ts';

const MAX_BATCH = 25;

export const put: Handler = ({ services, input }) => write(services, 'PutItem', input);
export const update: Handler = ({ services, input }) => write(services, 'UpdateItem', input);
export const remove: Handler = ({ services, input }) => write(services, 'DeleteItem', input);

async function write(
  services: Services,
  operation: ItemOperation,
  input: JsonObject,
): Promise<WireAnswer> {
  const asked = await askedWrite(services.region, operation, input);
  return 'status' in asked ? asked : writeAsked(services, asked);
}

function writeAsked({ region, strong }: Services, asked: ItemWrite): Promise<WireAnswer> {
  const { table, key } = asked;
  if (region.catalog.isStrong(table)) return strong.write(region, asked);
  return region.alone(table, key, async () => {
    const { answer: given, version } = await carryOut(region, asked);
    if (version !== null) region.replicate(table, key, version);
    return given;
  });
}

/**
 * Checked whole first: with one wrong request nothing is written. Then each is written for itself;
 * what was refused for a while (a conflict, no quorum) comes back as unprocessed.
 */
export const batchWrite: Handler = async ({ services, input }) => {
  const requests = requestsOf(input);
  if (typeof requests === 'string') return validationFault(requests);
  const asked: ItemWrite[] = [];
  for (const { operation, table, request } of requests) {
    const each = await askedWrite(services.region, operation, { ...request, TableName: table });
    const checked = 'status' in each ? each : await validated(services, each);
    if ('status' in checked) return checked;
    asked.push(checked);
  }
  if (new Set(asked.map(({ table, key }) => `${table}/${key}`)).size < asked.length) {
    return validationFault('Provided list of item keys contains duplicates');
  }
  const answers = await Promise.all(asked.map((each) => writeAsked(services, each)));
  return batchAnswer(requests, answers);
};

interface BatchRequest {
  readonly operation: 'PutItem' | 'DeleteItem';
  readonly table: string;
  readonly request: JsonObject;
}

function requestsOf(input: JsonObject): BatchRequest[] | string {
  const tables = input['RequestItems'];
  if (!isObject(tables)) return 'RequestItems must be an object of tables';
  const all: BatchRequest[] = [];
  for (const [table, requests] of Object.entries(tables)) {
    if (!Array.isArray(requests)) return `RequestItems of ${table} must be a list`;
    for (const given of requests as unknown[]) {
      const { PutRequest: item, DeleteRequest: key } = isObject(given) ? given : {};
      const [request, more] = [item, key].filter((each) => each !== undefined);
      if (!isObject(request) || more !== undefined) {
        return 'Supplied AttributeValue is empty: a request is one of PutRequest and DeleteRequest';
      }
      all.push({ operation: item === undefined ? 'DeleteItem' : 'PutItem', table, request });
    }
  }
  return all.length > 0 && all.length <= MAX_BATCH
    ? all
    : `BatchWriteItem takes 1 to ${MAX_BATCH} requests, not ${all.length}`;
}

/** The write as it will be carried out, or why it is malformed. A batch knows no conditions. */
async function validated({ region }: Services, asked: ItemWrite): Promise<ItemWrite | WireAnswer> {
  const schema = await region.catalog.schema(asked.table);
  const planned = schema && plan(asked.operation, asked.input, schema, null);
  if (planned === null) return asked;
  if (planned.kind !== 'FINE') return planned.answer;
  const { item } = planned;
  return item === null ? asked : { ...asked, item };
}

const FOR_A_WHILE = ['ReplicatedWriteConflictException', 'ServiceUnavailable'];

function batchAnswer(
  requests: readonly BatchRequest[],
  answers: readonly WireAnswer[],
): WireAnswer {
  const failed = answers.find((each) => {
    const name = faultNameOf(each);
    return name !== null && !FOR_A_WHILE.includes(name);
  });
  if (failed !== undefined) return failed;
  const UnprocessedItems: Record<string, JsonObject[]> = {};
  requests.forEach(({ operation, table, request }, index) => {
    if (answers[index]?.status === 200) return;
    const kind = operation === 'PutItem' ? 'PutRequest' : 'DeleteRequest';
    (UnprocessedItems[table] ??= []).push({ [kind]: request });
  });
  const first = answers[0];
  const noneDone = answers.every(({ status }) => status !== 200);
  return noneDone && first !== undefined ? first : answer({ UnprocessedItems });
}
