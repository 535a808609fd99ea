// IAM where set-ups meet it: each action that a call needs, on which resource, and what IAM says.
import { afterEach, describe, expect, it } from 'vitest';
import { PolicyError, type PolicyDocument } from './index.ts';
import { faultOf, makePair, openTestPlane, type TestPlane } from './testing.ts';

let test: TestPlane;
afterEach(() => test.close());

const ANY = (region: string) => `arn:aws:dsql:${region}:000000000000:cluster/*`;
const HOME = ANY('us-east-1');
const WITNESS = { witnessRegion: 'us-west-2' };
const UNKNOWN = `${ANY('us-east-2').slice(0, -1)}${'a'.repeat(26)}`;

function policy(...statements: [action: string, resource: string | string[]][]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map(([Action, Resource]) => ({ Effect: 'Allow', Action, Resource })),
  };
}

async function deniedFor(call: Promise<unknown>): Promise<string> {
  const { name, status, message } = await faultOf(call);
  expect([name, status]).toEqual(['AccessDeniedException', 403]);
  const [, action, resource] =
    /^User: arn:aws:iam::000000000000:user\/worldseat is not authorized to perform: (\S+) on resource: (\S+) because no identity-based policy allows the (\1) action$/.exec(
      String(message),
    ) ?? [];
  return `${action ?? ''} ${resource ?? ''}`;
}

const ROLE =
  'arn:aws:iam::000000000000:role/aws-service-role/dsql.amazonaws.com/AWSServiceRoleForAuroraDsql';

describe('permissions', () => {
  it('of CreateCluster are asked for one by one', async () => {
    test = await openTestPlane();
    const input = {
      tags: { a: '1' },
      multiRegionProperties: { ...WITNESS, clusters: [UNKNOWN] },
    };
    const granted: [string, string][] = [];
    const asked: string[] = [];
    for (let count = 0; count < 8; count++) {
      test.plane.setPolicy(policy(...granted));
      const denied = await deniedFor(test.client('us-east-1').createCluster(input));
      asked.push(denied);
      granted.push(denied.split(' ') as [string, string]);
    }
    expect(asked).toEqual([
      `dsql:CreateCluster ${HOME}`,
      `dsql:TagResource ${HOME}`,
      `dsql:PutMultiRegionProperties ${HOME}`,
      `dsql:PutWitnessRegion ${HOME}`,
      `dsql:PutWitnessRegion ${ANY('us-west-2')}`,
      `dsql:AddPeerCluster ${HOME}`,
      `dsql:AddPeerCluster ${UNKNOWN}`,
      `iam:CreateServiceLinkedRole ${ROLE}`,
    ]);
    expect(test.plane.clusters()).toEqual([]);
    test.plane.setPolicy(policy(...granted));
    // Allowed now: what it says is about the peer, which does not exist.
    expect(await faultOf(test.client('us-east-1').createCluster(input))).toMatchObject({
      name: 'ValidationException',
    });
  });

  it('AddPeerCluster takes the exact ARN of the peer, not a pattern', async () => {
    test = await openTestPlane();
    const { east, first, second } = await makePair(test);
    test.pass(1_200);
    const others = policy(
      ['dsql:UpdateCluster', '*'],
      ['dsql:GetCluster', '*'],
      ['dsql:Put*', '*'],
      ['dsql:RemovePeerCluster', 'arn:aws:dsql:*:*:cluster/*'],
    );
    const withPeers = (...resources: string[]) => {
      const peers = policy(['dsql:AddPeerCluster', [String(first.arn), ...resources]]);
      test.plane.setPolicy({ ...others, Statement: [...others.Statement, ...peers.Statement] });
    };
    const update = () =>
      east.updateCluster({
        identifier: first.identifier,
        multiRegionProperties: { ...WITNESS, clusters: [String(second.arn)] },
      });
    withPeers(ANY('us-east-2'), '*');
    expect(await deniedFor(update())).toBe(`dsql:AddPeerCluster ${String(second.arn)}`);
    withPeers(String(second.arn));
    expect((await update()).status).toBe('UPDATING');
  });

  it('of UpdateCluster for a peer are six; for deletion protection one', async () => {
    test = await openTestPlane();
    const { east, first, second } = await makePair(test);
    test.pass(1_200);
    const own = String(first.arn);
    test.plane.setPolicy(policy(['dsql:UpdateCluster', own]));
    const update = (change: object) =>
      east.updateCluster({ identifier: first.identifier, ...change });
    await update({ deletionProtectionEnabled: false });
    test.pass(200);
    const granted: [string, string][] = [['dsql:UpdateCluster', own]];
    const asked: string[] = [];
    for (let count = 0; count < 7; count++) {
      test.plane.setPolicy(policy(...granted));
      const naming = { multiRegionProperties: { ...WITNESS, clusters: [String(second.arn)] } };
      const denied = await deniedFor(update(naming));
      asked.push(denied);
      granted.push(denied.split(' ') as [string, string]);
    }
    expect(asked).toEqual([
      `dsql:GetCluster ${own}`,
      `dsql:PutMultiRegionProperties ${own}`,
      `dsql:PutWitnessRegion ${own}`,
      `dsql:PutWitnessRegion ${ANY('us-west-2')}`,
      `dsql:AddPeerCluster ${own}`,
      `dsql:AddPeerCluster ${String(second.arn)}`,
      `dsql:RemovePeerCluster ${ANY('*')}`,
    ]);
  });

  it('may depend on the witness Region, by condition', async () => {
    test = await openTestPlane();
    const Condition = { StringEquals: { 'dsql:WitnessRegion': 'us-east-2' } };
    const everything = policy(
      ['dsql:C*', '*'],
      ['dsql:PutMulti*', '*'],
      ['iam:CreateServiceLinkedRole', '*'],
    );
    const witness = policy(['dsql:PutWitnessRegion', '*']).Statement.map((statement) => ({
      ...statement,
      Condition,
    }));
    test.plane.setPolicy({ ...everything, Statement: [...everything.Statement, ...witness] });
    const create = (witnessRegion: string) =>
      test.client('us-east-1').createCluster({ multiRegionProperties: { witnessRegion } });
    expect(await deniedFor(create('us-west-2'))).toBe(`dsql:PutWitnessRegion ${HOME}`);
    expect((await create('us-east-2')).status).toBe('PENDING_SETUP');
  });

  it('come before existence: who may not look learns nothing', async () => {
    test = await openTestPlane();
    test.plane.setPolicy(policy(['dsql:ListClusters', '*']));
    const identifier = 'a'.repeat(26);
    const call = test.client('us-east-1').getCluster({ identifier });
    expect(await deniedFor(call)).toBe(`dsql:GetCluster ${HOME.slice(0, -1)}${identifier}`);
    expect((await test.client('us-east-1').listClusters({})).clusters).toEqual([]);
  });

  it('a policy with parts that are not understood is refused whole', async () => {
    test = await openTestPlane();
    const deny = { Effect: 'Deny', Action: '*', Resource: '*' };
    const load = (statement: object) => () =>
      test.plane.setPolicy({ Version: '2012-10-17', Statement: [statement as never] });
    expect(load(deny)).toThrow(PolicyError);
    expect(load({ ...deny, Effect: 'Allow', NotResource: '*' })).toThrow('NotResource');
    const Condition = { StringLike: {} };
    expect(load({ ...deny, Effect: 'Allow', Condition })).toThrow('StringLike');
  });
});
