// One Region's own records, in a table of its store that no client can see or name: tombstones and
// transactions. A record is a text under a partition and a name.
import type { Store } from './store.ts';
import { objectsOf, parseObject, type JsonObject, type WireAnswer } from './wire.ts';

/** No client's table may begin with this. */
export const SYSTEM_PREFIX = 'aws.rep.';
const TableName = `${SYSTEM_PREFIX}system`;
/** A record larger than this cannot be put: an item has at most 400 kB, its names included. */
export const MAX_RECORD_BYTES = 380 * 1024;

export interface SystemRecord {
  /** At most 1024 bytes. */
  readonly name: string;
  readonly value: string;
}

export class SystemTable {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Makes the table when it is missing. @throws when the store refuses */
  async open(): Promise<void> {
    const known = await this.#store.call('DescribeTable', { TableName });
    if (known.status !== 200) {
      await this.#call('CreateTable', {
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'partition', AttributeType: 'S' },
          { AttributeName: 'name', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'partition', KeyType: 'HASH' },
          { AttributeName: 'name', KeyType: 'RANGE' },
        ],
      });
    }
    // The store makes it ACTIVE in its next timer; before that it takes no records.
    while (!(await this.#store.call('DescribeTable', { TableName })).text.includes('"ACTIVE"')) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async put(partition: string, { name, value }: SystemRecord): Promise<void> {
    const Item = { partition: { S: partition }, name: { S: name }, value: { S: value } };
    await this.#call('PutItem', { Item });
  }

  async get(partition: string, name: string): Promise<string | null> {
    const given = await this.#call('GetItem', { Key: keyOf(partition, name) });
    return textOf((given['Item'] as JsonObject | undefined)?.['value']);
  }

  /** Only while it is still the same: it may have been replaced meanwhile. */
  async delete(partition: string, { name, value }: SystemRecord): Promise<void> {
    await this.#call(
      'DeleteItem',
      {
        Key: keyOf(partition, name),
        ConditionExpression: '#value = :value',
        ExpressionAttributeNames: { '#value': 'value' },
        ExpressionAttributeValues: { ':value': { S: value } },
      },
      (given) => given.text.includes('ConditionalCheckFailedException'),
    );
  }

  /** In the order of their names, page by page. */
  async *all(partition: string): AsyncGenerator<SystemRecord> {
    let start: unknown;
    do {
      const page = await this.#call('Query', {
        KeyConditionExpression: '#partition = :partition',
        ExpressionAttributeNames: { '#partition': 'partition' },
        ExpressionAttributeValues: { ':partition': { S: partition } },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      for (const item of objectsOf(page['Items'])) {
        yield { name: textOf(item['name']) ?? '', value: textOf(item['value']) ?? '' };
      }
      start = page['LastEvaluatedKey'];
    } while (start !== undefined);
  }

  async #call(
    operation: string,
    input: JsonObject,
    isFine: (given: WireAnswer) => boolean = () => false,
  ): Promise<JsonObject> {
    const given = await this.#store.call(operation, { TableName, ...input });
    if (given.status !== 200 && !isFine(given)) throw new Error(`${operation}: ${given.text}`);
    return parseObject(given.text) ?? {};
  }
}

function keyOf(partition: string, name: string): JsonObject {
  return { partition: { S: partition }, name: { S: name } };
}

function textOf(attribute: unknown): string | null {
  const text = (attribute as { S?: unknown } | undefined)?.S;
  return typeof text === 'string' ? text : null;
}
