// The IAM policies that `npm run provision dsql` prints: exactly enough. With them every step is
// allowed, and without any one of their statements some step is refused.
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../server/src/local/control-plane/index.ts';
import { leftovers } from './support/leftovers.ts';
import {
  BOTH_ACTIVE,
  madeClouds,
  openProvisionCloud,
  printedPolicy,
  statuses,
  type ProvisionCloud,
} from './support/provision.ts';

const later = leftovers();

/** Prints the policy for what exists now, and lets it be all that is allowed. */
async function printed(cloud: ProvisionCloud, command: string) {
  const policy = printedPolicy((await cloud.run(command)).output);
  /** Runs with the policy, less one statement. @returns the action that is refused, or the exit code */
  const applyWithout = async (sid: string | null) => {
    const Statement = policy.Statement.filter(({ Sid }) => Sid !== sid);
    cloud.plane.setPolicy({ ...policy, Statement } as unknown as PolicyDocument);
    const { code, output } = await cloud.run(command, '--apply');
    const [, action] = /is not authorized to perform: (\S+) on resource: /.exec(output) ?? [];
    return action ?? code;
  };
  /** Each of these statements, and what is refused without it. */
  const without = async (...sids: readonly string[]) => {
    const refused: Record<string, unknown> = {};
    for (const sid of sids) refused[sid] = await applyWithout(sid);
    return refused;
  };
  const sids = policy.Statement.map(({ Sid }) => Sid);
  return { sids, without, apply: () => applyWithout(null) };
}

// Each has a cloud of its own: several at a time.
describe.concurrent('the policy that provision dsql prints', () => {
  it('for create is enough, as soon as it can name each peer, and has no statement too many', async () => {
    const cloud = await openProvisionCloud(later);
    const first = await printed(cloud, 'dsql create');
    expect(
      await first.without(
        'ListClusters',
        'CreateClusters',
        'MakeMultiRegion',
        'SetWitness',
        'FirstClusterOfAccount',
      ),
    ).toEqual({
      ListClusters: 'dsql:ListClusters',
      CreateClusters: 'dsql:CreateCluster',
      MakeMultiRegion: 'dsql:PutMultiRegionProperties',
      SetWitness: 'dsql:PutWitnessRegion',
      FirstClusterOfAccount: 'iam:CreateServiceLinkedRole',
    });
    expect([await first.apply(), statuses(cloud)]).toEqual([
      'dsql:AddPeerCluster',
      ['us-east-1 PENDING_SETUP'],
    ]);

    const second = await printed(cloud, 'dsql create');
    expect(await second.without('ReadClusters', 'AddPeers')).toEqual({
      ReadClusters: 'dsql:GetCluster',
      AddPeers: 'dsql:AddPeerCluster',
    });
    expect([await second.apply(), statuses(cloud)]).toEqual([
      'dsql:AddPeerCluster',
      ['us-east-1 PENDING_SETUP', 'us-east-2 PENDING_SETUP'],
    ]);

    const third = await printed(cloud, 'dsql create');
    expect(await third.without('UpdateClusters', 'RemovePeers')).toEqual({
      UpdateClusters: 'dsql:UpdateCluster',
      RemovePeers: 'dsql:RemovePeerCluster',
    });
    expect([await third.apply(), statuses(cloud)]).toEqual([0, BOTH_ACTIVE]);
    expect(third.sids).toEqual([
      ...['ListClusters', 'ReadClusters', 'CreateClusters', 'MakeMultiRegion', 'SetWitness'],
      ...['AddPeers', 'UpdateClusters', 'RemovePeers', 'FirstClusterOfAccount'],
    ]);
    expect(cloud.everMade.size).toBe(2);
  });

  it('for destroy is enough, and has no statement too many', async () => {
    const cloud = await madeClouds(later)();
    const policy = await printed(cloud, 'dsql destroy');
    expect(await policy.without(...policy.sids)).toEqual({
      ListClusters: 'dsql:ListClusters',
      ReadClusters: 'dsql:GetCluster',
      DeleteClusters: 'dsql:UpdateCluster',
    });
    expect(statuses(cloud)).toEqual(BOTH_ACTIVE);
    expect([await policy.apply(), statuses(cloud)]).toEqual([0, []]);
  });

  it('is printed also to whom nothing is allowed yet', async () => {
    const cloud = await openProvisionCloud(later);
    cloud.plane.setPolicy({ Version: '2012-10-17', Statement: [] });
    const { code, output } = await cloud.run('dsql create');
    expect(code).toBe(1);
    expect(output).toContain('What exists could not be read (AccessDeniedException: ');
    expect(printedPolicy(output).Statement.length).toBeGreaterThan(5);
  });
});
