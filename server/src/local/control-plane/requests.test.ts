// What holds for every request: client tokens, quotas, pages, validation, throttling, what is refused.
import { paginateListClusters, type CreateClusterCommandInput } from '@aws-sdk/client-dsql';
import { afterEach, describe, expect, it } from 'vitest';
import { faultOf, openTestPlane, type TestPlane } from './testing.ts';

let test: TestPlane;
afterEach(() => test.close());

describe('client tokens', () => {
  it('give the first answer again and make nothing twice', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const input = { clientToken: 'token-1', tags: { a: '1' } };
    const first = await east.createCluster(input);
    test.pass(1_000);
    const { $metadata: _, ...again } = await east.createCluster(input);
    const { $metadata: __, ...before } = first;
    expect([_.httpStatusCode, __.httpStatusCode]).toEqual([200, 200]);
    expect(again).toEqual(before);
    expect(test.plane.clusters()).toHaveLength(1);
  });

  it('with other parameters are a conflict; in another Region they are other tokens', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const { identifier } = await east.createCluster({ clientToken: 'token-1', tags: { a: '1' } });
    expect(await faultOf(east.createCluster({ clientToken: 'token-1', tags: { a: '2' } }))).toEqual(
      {
        name: 'ConflictException',
        message: 'The client token was used before, for CreateCluster with other parameters',
        status: 409,
        resourceId: identifier,
        resourceType: 'cluster',
      },
    );
    await test.client('us-east-2').createCluster({ clientToken: 'token-1', tags: { a: '2' } });
    expect(test.plane.clusters()).toHaveLength(2);
  });

  it('are forgotten with their cluster', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const input = { clientToken: 'token-1', deletionProtectionEnabled: false };
    const { identifier } = await east.createCluster(input);
    test.pass(1_000);
    await east.deleteCluster({ identifier });
    test.pass(1_000);
    const { identifier: next } = await east.createCluster(input);
    expect(next).not.toBe(identifier);
  });
});

describe('quotas', () => {
  it('allow so many single-Region and so many multi-Region clusters in one Region', async () => {
    const quotas = { singleRegionClusters: 2, multiRegionClusters: 1 };
    test = await openTestPlane({ quotas });
    const east = test.client('us-east-1');
    const pair: CreateClusterCommandInput = {
      multiRegionProperties: { witnessRegion: 'us-west-2' },
    };
    for (const input of [{}, {}, pair]) await east.createCluster(input);
    for (const [input, quotaCode] of [
      [{}, 'single-region-clusters'],
      [pair, 'multi-region-clusters'],
    ] as const) {
      expect(await faultOf(east.createCluster(input))).toEqual({
        name: 'ServiceQuotaExceededException',
        message: 'You have reached the cluster limit.',
        status: 402,
        resourceId: 'arn:aws:dsql:us-east-1:000000000000:cluster/*',
        resourceType: 'cluster',
        serviceCode: 'dsql',
        quotaCode,
      });
    }
    await test.client('us-east-2').createCluster({});
    expect(test.plane.clusters()).toHaveLength(4);
  });
});

describe('ListClusters', () => {
  it('gives every cluster of its Region once, page by page', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    await test.client('us-east-2').createCluster({});
    for (let count = 0; count < 12; count++) await east.createCluster({});
    const sizes: number[] = [];
    const seen: (string | undefined)[] = [];
    for await (const { clusters = [] } of paginateListClusters({ client: east, pageSize: 5 }, {})) {
      sizes.push(clusters.length);
      seen.push(...clusters.map(({ identifier }) => identifier));
    }
    const made = test.plane.clusters().filter(({ region }) => region === 'us-east-1');
    expect(sizes).toEqual([5, 5, 2]);
    expect(seen.toSorted()).toEqual(made.map(({ identifier }) => identifier).toSorted());
    const { clusters: firstPage } = await east.listClusters({});
    expect(firstPage).toHaveLength(10);
  });

  it('shows a new cluster late when that was asked for; GetCluster knows it at once', async () => {
    test = await openTestPlane({ listDelayMs: 500 });
    const east = test.client('us-east-1');
    const { identifier, arn } = await east.createCluster({});
    expect((await east.listClusters({})).clusters).toEqual([]);
    expect((await east.getCluster({ identifier })).status).toBe('CREATING');
    test.pass(500);
    expect((await east.listClusters({})).clusters).toEqual([{ identifier, arn }]);
  });

  it.each([
    [{ maxResults: 101 }, 'maxResults: Must be a whole number from 1 to 100'],
    [{ nextToken: 'x' }, 'nextToken: Is not a token that ListClusters gave'],
  ])('refuses %j', async (input, message) => {
    test = await openTestPlane();
    expect(await faultOf(test.client('us-east-1').listClusters(input))).toMatchObject({ message });
  });
});

describe('validation', () => {
  it('names every member that is wrong, at once', async () => {
    test = await openTestPlane();
    const call = test.client('us-east-1').createCluster({
      tags: { 'bad*key': 'x' },
      kmsEncryptionKey: 'alias/mine',
      policy: '{}',
      clientToken: 'with a space',
    });
    const fault = await faultOf(call);
    const fields = (fault['fieldList'] as { name: string }[]).map(({ name }) => name);
    expect(fault).toMatchObject({ name: 'ValidationException', reason: 'fieldValidationFailed' });
    expect(fields).toEqual(['tags.bad*key', 'clientToken', 'kmsEncryptionKey', 'policy']);
  });

  it('refuses an identifier that could be none, before it is looked up', async () => {
    test = await openTestPlane();
    const fault = await faultOf(test.client('us-east-1').getCluster({ identifier: 'Short' }));
    expect(fault).toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'identifier', message: 'Must match ^[a-z0-9]{26}$' }],
    });
  });

  it('refuses operations that are not here by their name, and Regions without the service', async () => {
    test = await openTestPlane();
    const identifier = 'a'.repeat(26);
    const east = test.client('us-east-1');
    expect(await faultOf(east.listStreams({ clusterIdentifier: identifier }))).toEqual({
      name: 'ValidationException',
      message: 'ListStreams is not part of this control plane',
      status: 400,
      reason: 'unknownOperation',
    });
    expect(await faultOf(east.getClusterPolicy({ identifier }))).toMatchObject({
      message: 'GetClusterPolicy is not part of this control plane',
    });
    expect(await faultOf(test.client('mars-north-1').listClusters({}))).toMatchObject({
      name: 'ValidationException',
      reason: 'other',
    });
  });
});

describe('throttling', () => {
  it('is answered on demand, and the SDK tries again', async () => {
    test = await openTestPlane();
    test.plane.setFaults({ throttleCalls: 1 });
    expect(await faultOf(test.client('us-east-1').listClusters({}))).toMatchObject({
      name: 'ThrottlingException',
      status: 429,
      retryAfterSeconds: 1,
    });
    test.plane.setFaults({ throttleCalls: 1 });
    const patient = test.client('us-east-1', { maxAttempts: 3 });
    expect((await patient.listClusters({})).$metadata.attempts).toBe(2);
  });
});

describe('tags', () => {
  it('are set, listed and removed by ARN; ARNs of nothing are not found', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const { arn: resourceArn } = await east.createCluster({ tags: { a: '1', 'b c': '2' } });
    await east.tagResource({ resourceArn, tags: { a: '3', 'worldseat:name': 'x' } });
    await east.untagResource({ resourceArn, tagKeys: ['b c', 'none'] });
    const { tags } = await east.listTagsForResource({ resourceArn });
    expect(tags).toEqual({ a: '3', 'worldseat:name': 'x' });
    const elsewhere = String(resourceArn).replace('000000000000', '111111111111');
    expect(await faultOf(east.listTagsForResource({ resourceArn: elsewhere }))).toMatchObject({
      name: 'ResourceNotFoundException',
      resourceId: elsewhere,
    });
  });
});
