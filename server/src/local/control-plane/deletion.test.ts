// Deleting: protection, and a pair that goes only together.
import { afterEach, describe, expect, it } from 'vitest';
import { faultOf, makePair, openTestPlane, statuses, type TestPlane } from './testing.ts';

let test: TestPlane;
afterEach(() => test.close());

describe('DeleteCluster', () => {
  it('is refused while deletion protection is on, which it is by default', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const { identifier = '' } = await east.createCluster({});
    test.pass(1_000);
    expect(await faultOf(east.deleteCluster({ identifier }))).toEqual({
      name: 'ValidationException',
      message: `Cluster ${identifier} has deletion protection enabled; disable it first`,
      status: 400,
      reason: 'deletionProtectionEnabled',
    });
    await east.updateCluster({ identifier, deletionProtectionEnabled: false });
    // As with AWS, nobody has to wait for the update to end.
    const { status } = await east.deleteCluster({ identifier });
    expect(status).toBe('DELETING');
    test.pass(999);
    expect(statuses(test)).toEqual(['us-east-1 DELETING']);
    test.pass(1);
    expect(await faultOf(east.getCluster({ identifier }))).toEqual({
      name: 'ResourceNotFoundException',
      message: `Cluster ${identifier} not found`,
      status: 404,
      resourceId: identifier,
      resourceType: 'cluster',
    });
  });

  it('of one of a pair leaves it PENDING_DELETE until the other is deleted too', async () => {
    test = await openTestPlane();
    const { east, ohio, first, second } = await makePair(test);
    test.pass(1_200);
    for (const [client, { identifier }] of [
      [east, first],
      [ohio, second],
    ] as const) {
      await client.updateCluster({ identifier, deletionProtectionEnabled: false });
    }
    test.pass(200);
    const deleted = await east.deleteCluster({ identifier: first.identifier });
    expect(deleted.status).toBe('PENDING_DELETE');
    test.pass(240_000);
    expect(statuses(test)).toEqual(['us-east-1 PENDING_DELETE', 'us-east-2 ACTIVE']);
    await ohio.deleteCluster({ identifier: second.identifier });
    expect(statuses(test)).toEqual(['us-east-1 PENDING_DELETE', 'us-east-2 PENDING_DELETE']);
    test.pass(200);
    expect(statuses(test)).toEqual(['us-east-1 DELETING', 'us-east-2 DELETING']);
    test.pass(1_000);
    expect(statuses(test)).toEqual([]);
  });

  it('of a cluster that waits for a peer needs no other', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const { identifier } = await east.createCluster({
      deletionProtectionEnabled: false,
      multiRegionProperties: { witnessRegion: 'us-west-2' },
    });
    const { status } = await east.deleteCluster({ identifier });
    expect(status).toBe('DELETING');
  });

  it('a second time is a conflict, but not with the first one’s client token', async () => {
    test = await openTestPlane();
    const east = test.client('us-east-1');
    const { identifier } = await east.createCluster({ deletionProtectionEnabled: false });
    test.pass(1_000);
    await east.deleteCluster({ identifier, clientToken: 'one' });
    const again = await east.deleteCluster({ identifier, clientToken: 'one' });
    expect(again.status).toBe('DELETING');
    expect(await faultOf(east.deleteCluster({ identifier, clientToken: 'two' }))).toMatchObject({
      name: 'ConflictException',
      message: `Cluster ${identifier ?? ''} is DELETING`,
    });
  });
});
