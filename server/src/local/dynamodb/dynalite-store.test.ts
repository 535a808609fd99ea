import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { waitFor } from '../../../../tests/support/wait-for.ts';
import { openStore } from './store.ts';
import { isObject, parseObject } from './wire.ts';

const folder = mkdtempSync(join(tmpdir(), 'worldseat-dynalite-store-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const store = openStore(folder, 'us-east-1');

const describeTable = (TableName: string) => ({
  TableName,
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
});
const item = { id: { S: 'A1' }, tags: { SS: ['a', 'b'] }, deep: { M: { n: { N: '1' } } } };
const key = { id: { S: 'A1' } };
const call = async (
  operation: string,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const { status, text } = await store.call(operation, input);
  return { status, ...parseObject(text) };
};

/** Made, or gone, as soon as dynalite says so. */
const change = async (
  operation: string,
  input: { readonly TableName: string; readonly [part: string]: unknown },
) => {
  expect((await call(operation, { ...input }))['status']).toBe(200);
  await waitFor(async () => {
    const { status, Table } = await call('DescribeTable', { TableName: input.TableName });
    return status === 400 || (isObject(Table) && Table['TableStatus'] === 'ACTIVE');
  });
};

test('what is put directly is what a client reads, and the other way round', async () => {
  await change('CreateTable', describeTable('one'));
  expect(await store.get('one', key)).toBeNull();
  await store.put('one', item);
  expect(await call('GetItem', { TableName: 'one', Key: key })).toEqual({
    status: 200,
    Item: item,
  });
  const other = { ...key, owner: { S: 'Ana' } };
  expect((await call('PutItem', { TableName: 'one', Item: other }))['status']).toBe(200);
  expect(await store.get('one', key)).toEqual(other);
});

test('a table with an index keeps it: what is put directly is found by it', async () => {
  const byOwner = { IndexName: 'owners', Projection: { ProjectionType: 'ALL' } };
  const owner = { AttributeName: 'owner', AttributeType: 'S' };
  const table = describeTable('indexed');
  await change('CreateTable', {
    ...table,
    AttributeDefinitions: [...table.AttributeDefinitions, owner],
    GlobalSecondaryIndexes: [
      { ...byOwner, KeySchema: [{ AttributeName: 'owner', KeyType: 'HASH' }] },
    ],
  });
  for (const name of ['Ana', 'Bo']) await store.put('indexed', { ...key, owner: { S: name } });
  const ownedBy = async (name: string) => {
    const { Count } = await call('Query', {
      ...{ TableName: 'indexed', IndexName: 'owners' },
      ...{
        KeyConditionExpression: '#owner = :name',
        ExpressionAttributeNames: { '#owner': 'owner' },
      },
      ExpressionAttributeValues: { ':name': { S: name } },
    });
    return Count;
  };
  expect([await ownedBy('Ana'), await ownedBy('Bo')]).toEqual([0, 1]);
});

test('an unknown table and a wrong key are refused in dynalite’s words', async () => {
  await expect(store.get('none', key)).rejects.toThrow('ResourceNotFoundException');
  await expect(store.put('none', item)).rejects.toThrow('ResourceNotFoundException');
  await expect(store.put('one', { name: { S: 'A1' } })).rejects.toThrow('ValidationException');
});

test('a table that is deleted and made again is the new one at once', async () => {
  await change('CreateTable', describeTable('two'));
  await store.put('two', item);
  await change('DeleteTable', { TableName: 'two' });
  await expect(store.get('two', key)).rejects.toThrow('ResourceNotFoundException');
  const numbered = [{ AttributeName: 'id', AttributeType: 'N' }];
  await change('CreateTable', { ...describeTable('two'), AttributeDefinitions: numbered });
  await expect(store.put('two', item)).rejects.toThrow('ValidationException');
  await store.put('two', { id: { N: '7' } });
  expect(await store.get('two', { id: { N: '7' } })).toEqual({ id: { N: '7' } });
});
