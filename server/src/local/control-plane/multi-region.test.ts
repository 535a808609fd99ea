// A multi-Region cluster's life and its rules, as @aws-sdk/client-dsql meets them.
import { afterEach, describe, expect, it } from 'vitest';
import { faultOf, makePair, openTestPlane, statuses, type TestPlane } from './testing.ts';

const open: TestPlane[] = [];
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
});

async function plane(options = {}): Promise<TestPlane> {
  const test = await openTestPlane(options);
  open.push(test);
  return test;
}

const WITNESS = { witnessRegion: 'us-west-2' };

describe('a multi-Region cluster', () => {
  it('waits in PENDING_SETUP until both name each other, is CREATING, then ACTIVE', async () => {
    const test = await plane();
    const [east, ohio] = [test.client('us-east-1'), test.client('us-east-2')];
    const first = await east.createCluster({ multiRegionProperties: WITNESS });
    test.pass(60_000);
    expect(statuses(test)).toEqual(['us-east-1 PENDING_SETUP']);
    const second = await ohio.createCluster({
      multiRegionProperties: { ...WITNESS, clusters: [String(first.arn)] },
    });
    test.pass(60_000);
    expect(statuses(test)).toEqual(['us-east-1 PENDING_SETUP', 'us-east-2 PENDING_SETUP']);
    const updated = await east.updateCluster({
      identifier: first.identifier,
      multiRegionProperties: { ...WITNESS, clusters: [String(second.arn)] },
    });
    expect(updated.status).toBe('UPDATING');
    test.pass(200);
    expect(statuses(test)).toEqual(['us-east-1 CREATING', 'us-east-2 CREATING']);
    test.pass(1_000);
    const { $metadata: _metadata, ...shown } = await ohio.getCluster({
      identifier: second.identifier,
    });
    expect(_metadata.httpStatusCode).toBe(200);
    expect(shown).toEqual({
      identifier: second.identifier,
      arn: second.arn,
      status: 'ACTIVE',
      creationTime: second.creationTime,
      deletionProtectionEnabled: true,
      multiRegionProperties: { ...WITNESS, clusters: [second.arn, first.arn] },
      tags: {},
      encryptionDetails: { encryptionType: 'AWS_OWNED_KMS_KEY', encryptionStatus: 'ENABLED' },
      endpoint: `${second.identifier ?? ''}.dsql.us-east-2.on.aws`,
    });
    expect(second.identifier).toMatch(/^[a-z2-7]{26}$/);
  });

  it('can be peered by two updates too, as Terraform does', async () => {
    const test = await plane();
    const [east, ohio] = [test.client('us-east-1'), test.client('us-east-2')];
    const first = await east.createCluster({ multiRegionProperties: WITNESS });
    const second = await ohio.createCluster({ multiRegionProperties: WITNESS });
    for (const [client, one, other] of [
      [east, first, second],
      [ohio, second, first],
    ] as const) {
      await client.updateCluster({
        identifier: one.identifier,
        multiRegionProperties: { ...WITNESS, clusters: [String(other.arn)] },
      });
    }
    test.pass(1_200);
    expect(statuses(test)).toEqual(['us-east-1 ACTIVE', 'us-east-2 ACTIVE']);
  });

  it('shows the address of the embedded gateway where there is one', async () => {
    const test = await plane({ dataPlane: { 'us-east-1': '127.0.0.1:5433' } });
    const { endpoint } = await test.client('us-east-1').createCluster({});
    expect(endpoint).toBe('127.0.0.1:5433');
  });

  it.each([
    ['its own Region', 'us-east-1', "Cannot be the same as the cluster's Region"],
    [
      'a Region of another set',
      'eu-west-1',
      'Must be a Region of the same set as us-east-1: us-east-2, us-west-2; not eu-west-1',
    ],
    ['nothing', undefined, 'A multi-Region cluster needs a witness Region'],
  ])('refuses %s as the witness', async (_, witnessRegion, message) => {
    const test = await plane();
    const call = test.client('us-east-1').createCluster({
      multiRegionProperties: witnessRegion === undefined ? {} : { witnessRegion },
    });
    const name = 'multiRegionProperties.witnessRegion';
    expect(await faultOf(call)).toEqual({
      name: 'ValidationException',
      message: `${name}: ${message}`,
      status: 400,
      reason: 'fieldValidationFailed',
      fieldList: [{ name, message }],
    });
    expect(statuses(test)).toEqual([]);
  });

  it('refuses a peer with another witness, in its own Region, in the witness, or unknown', async () => {
    const test = await plane();
    const [east, ohio, oregon] = [
      test.client('us-east-1'),
      test.client('us-east-2'),
      test.client('us-west-2'),
    ];
    const first = await east.createCluster({ multiRegionProperties: WITNESS });
    const twin = await east.createCluster({ multiRegionProperties: WITNESS });
    const west = await oregon.createCluster({
      multiRegionProperties: { witnessRegion: 'us-east-2' },
    });
    const unknown = `${String(first.arn).slice(0, -26)}${'a'.repeat(26)}`;
    const naming = async (client: typeof east, arn: unknown, witnessRegion = 'us-west-2') => {
      const multiRegionProperties = { witnessRegion, clusters: [String(arn)] };
      return (await faultOf(client.createCluster({ multiRegionProperties })))['message'];
    };
    expect([
      await naming(oregon, first.arn, 'us-east-2'),
      await naming(east, twin.arn),
      await naming(ohio, west.arn),
      await naming(ohio, unknown),
      await naming(ohio, 'not-an-arn'),
    ]).toEqual([
      `multiRegionProperties.witnessRegion: Must be the same for both clusters; ${String(first.arn)} has us-west-2`,
      'multiRegionProperties.clusters: The peer must be in another Region',
      'multiRegionProperties.clusters: The peer is in the witness Region',
      `multiRegionProperties.clusters: There is no cluster ${unknown}`,
      expect.stringMatching(/^multiRegionProperties.clusters: Must match /),
    ]);
    expect(test.plane.clusters()).toHaveLength(3);
  });

  it('refuses a second peer, and another peer once it is ACTIVE', async () => {
    const test = await plane();
    const { east, ohio, first, second } = await makePair(test);
    const third = await ohio.createCluster({ multiRegionProperties: WITNESS });
    test.pass(1_200);
    const change = (clusters: (string | undefined)[]) =>
      faultOf(
        east.updateCluster({
          identifier: first.identifier,
          multiRegionProperties: { ...WITNESS, clusters: clusters.map(String) },
        }),
      );
    expect(await change([third.arn])).toMatchObject({ name: 'ConflictException', status: 409 });
    const late = await ohio.createCluster({ multiRegionProperties: WITNESS });
    const taken = ohio.updateCluster({
      identifier: late.identifier,
      multiRegionProperties: { ...WITNESS, clusters: [String(first.arn)] },
    });
    expect(await faultOf(taken)).toMatchObject({
      name: 'ConflictException',
      message: `Cluster ${String(first.arn)} has another peer`,
    });
    // The same again changes nothing and is allowed.
    const same = await east.updateCluster({
      identifier: first.identifier,
      multiRegionProperties: { ...WITNESS, clusters: [String(second.arn)] },
    });
    expect(same.status).toBe('UPDATING');
  });

  it('cannot be changed while it is CREATING', async () => {
    const test = await plane();
    const { east, first } = await makePair(test);
    test.pass(200);
    const fault = await faultOf(
      east.updateCluster({ identifier: first.identifier, deletionProtectionEnabled: false }),
    );
    expect(fault).toEqual({
      name: 'ConflictException',
      message: `Cluster ${first.identifier ?? ''} is CREATING`,
      status: 409,
      resourceId: first.identifier,
      resourceType: 'cluster',
    });
  });
});

describe('a single-Region cluster', () => {
  it('is CREATING, then ACTIVE; cannot become a multi-Region one', async () => {
    const test = await plane();
    const east = test.client('us-east-1');
    const { identifier, multiRegionProperties } = await east.createCluster({});
    expect([multiRegionProperties, statuses(test)]).toEqual([undefined, ['us-east-1 CREATING']]);
    test.pass(1_000);
    expect(statuses(test)).toEqual(['us-east-1 ACTIVE']);
    const fault = await faultOf(east.updateCluster({ identifier, multiRegionProperties: WITNESS }));
    expect(fault).toMatchObject({ name: 'ValidationException', reason: 'fieldValidationFailed' });
  });

  it('ends as FAILED when that was asked for, once', async () => {
    const test = await plane();
    test.plane.setFaults({ failClusters: 1 });
    await test.client('us-east-1').createCluster({});
    await test.client('us-east-1').createCluster({});
    test.pass(1_000);
    expect(statuses(test)).toEqual(['us-east-1 FAILED', 'us-east-1 ACTIVE']);
  });
});
