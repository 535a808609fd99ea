// The AWS CLI, which nobody here wrote, against the embedded Global Tables: botocore checks headers,
// checksums and shapes of its own. Where `aws` is not installed the file is skipped and says so; in
// CI it must not be missing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCloud, until, type TestCloud } from '../server/src/local/dynamodb/testing.ts';
import { describeWith, runTool, type Tool } from './support/tools.ts';

const AWS_CLI: Tool = {
  name: 'aws dynamodb',
  probe: ['aws', '--version'],
  install: 'awscli: aws on PATH',
};
/** Nothing of the machine's own configuration. */
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'any',
  AWS_SECRET_ACCESS_KEY: 'any',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
};
const TABLE = ['--table-name', 'seats'];
const KEY = ['--key', '{"seat":{"S":"A1"}}'];

let cloud: TestCloud;

/** What `aws dynamodb …` prints, as JSON; null when it prints nothing. @throws with its message */
async function aws(region: string, ...words: string[]): Promise<unknown> {
  const endpoint = cloud.tables.endpoints[region] ?? '';
  const there = ['--endpoint-url', endpoint, '--region', region, '--output', 'json'];
  const { code, output, errors } = await runTool(
    ['aws', 'dynamodb', ...words, ...there],
    ENVIRONMENT,
  );
  if (code !== 0) throw new Error(errors);
  return output.trim() === '' ? null : JSON.parse(output);
}

const first = (...words: string[]) => aws('us-east-1', ...words);
const second = (...words: string[]) => aws('us-east-2', ...words);

describeWith(AWS_CLI, () => {
  beforeAll(async () => {
    cloud = await openTestCloud({ lagMs: 0, jitterMs: 0 });
  });
  afterAll(() => cloud.close());

  it('makes a table and its replica', async () => {
    await first(
      ...['create-table', ...TABLE, '--billing-mode', 'PAY_PER_REQUEST'],
      ...['--attribute-definitions', 'AttributeName=seat,AttributeType=S'],
      ...['--key-schema', 'AttributeName=seat,KeyType=HASH'],
    );
    await first('wait', 'table-exists', ...TABLE);
    const replica = '[{"Create":{"RegionName":"us-east-2"}}]';
    await first('update-table', ...TABLE, '--replica-updates', replica);
    await until('the replica is ACTIVE', async () => {
      const { Table: table } =
        (await cloud.clients[0]?.describeTable({ TableName: 'seats' })) ?? {};
      return table?.Replicas?.[0]?.ReplicaStatus === 'ACTIVE';
    });
    expect(await second('list-tables')).toEqual({ TableNames: ['seats'] });
    expect(await second('describe-table', ...TABLE)).toMatchObject({
      Table: {
        TableStatus: 'ACTIVE',
        GlobalTableVersion: '2019.11.21',
        Replicas: [{ RegionName: 'us-east-1', ReplicaStatus: 'ACTIVE' }],
      },
    });
  });

  it('writes in one Region and reads in the other', async () => {
    await first('put-item', ...TABLE, '--item', '{"seat":{"S":"A1"},"n":{"N":"1"}}');
    const updated = await first(
      ...['update-item', ...TABLE, ...KEY, '--return-values', 'ALL_NEW'],
      ...['--update-expression', 'SET #n = #n + :one'],
      ...['--expression-attribute-names', '{"#n":"n"}'],
      ...['--expression-attribute-values', '{":one":{"N":"1"}}'],
    );
    const Item = { seat: { S: 'A1' }, n: { N: '2' } };
    expect(updated).toEqual({ Attributes: Item });
    await until('it has arrived', async () => (await cloud.tables.replication()).pending === 0);
    expect(await second('get-item', ...TABLE, ...KEY, '--consistent-read')).toEqual({ Item });
    const queried = await second(
      ...['query', ...TABLE, '--key-condition-expression', 'seat = :seat'],
      ...['--expression-attribute-values', '{":seat":{"S":"A1"}}'],
    );
    expect(queried).toMatchObject({ Items: [Item], Count: 1, ScannedCount: 1 });
    const deleted = await second('delete-item', ...TABLE, ...KEY, '--return-values', 'ALL_OLD');
    expect(deleted).toEqual({ Attributes: Item });
    await until('it has arrived', async () => (await cloud.tables.replication()).pending === 0);
    expect(await first('scan', ...TABLE)).toMatchObject({ Items: [], Count: 0 });
  });

  it('is told by name what is refused', async () => {
    const condition = ['--condition-expression', 'attribute_exists(seat)'];
    const refused = first('put-item', ...TABLE, '--item', '{"seat":{"S":"A2"}}', ...condition);
    await expect(refused).rejects.toThrow('ConditionalCheckFailedException');
    const partiQl = first('execute-statement', '--statement', 'SELECT * FROM seats');
    await expect(partiQl).rejects.toThrow('ExecuteStatement (PartiQL) is not supported');
  });
});
