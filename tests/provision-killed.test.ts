// `npm run provision dsql`, killed with SIGKILL at every call that changes something, before it was
// carried out and after: the next run ends as if nothing had been.
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import {
  BOTH_ACTIVE,
  CREATE,
  DESTROY,
  endpointsOf,
  madeClouds,
  openProvisionCloud,
  statuses,
  type ProvisionCloud,
} from './support/provision.ts';

const later = leftovers();
const openMade = madeClouds(later);

/** ARRIVED: never carried out. CARRIED_OUT: done, and nobody heard of it. */
const MOMENTS = ['ARRIVED', 'CARRIED_OUT'] as const;

/** Kills the program at its n-th call of this kind that changes something, or at the n-th that reads. */
function killAtCall(cloud: ProvisionCloud, what: string, moment: (typeof MOMENTS)[number]): void {
  cloud.killAt((news) => `${news.operation} ${news.region}` === what && news.moment === moment);
}

// Each has a cloud of its own, and mostly waits for it: several at a time.
describe.concurrent('provision dsql, killed', () => {
  const steps = (calls: readonly string[]) =>
    [...calls, 'ListClusters us-east-2'].flatMap((call) =>
      MOMENTS.map((moment) => [call, moment] as const),
    );

  it.each(steps([...CREATE, 'GetCluster us-east-1']))(
    'in create at %s, %s: the next run ends with exactly two clusters',
    async (call, moment) => {
      const cloud = await openProvisionCloud(later);
      killAtCall(cloud, call, moment);
      expect((await cloud.run('dsql create', '--apply')).code).toBeNull();
      const { code, output } = await cloud.run('dsql create', '--apply');
      expect({ code, output }).toMatchObject({ code: 0 });
      expect([statuses(cloud), cloud.everMade.size]).toEqual([BOTH_ACTIVE, 2]);
      const settings = parseEnv(await readFile(cloud.envFile, 'utf8'));
      expect(settings).toEqual({ DSQL_ENDPOINTS: endpointsOf(cloud) });
    },
  );

  it.each(steps(DESTROY))('in destroy at %s, %s: the next run ends empty', async (call, moment) => {
    const cloud = await openMade();
    killAtCall(cloud, call, moment);
    expect((await cloud.run('dsql destroy', '--apply')).code).toBeNull();
    const { code, output } = await cloud.run('dsql destroy', '--apply');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect([statuses(cloud), cloud.everMade.size]).toEqual([[], 2]);
    expect(parseEnv(await readFile(cloud.envFile, 'utf8'))).toEqual({});
  });

  it('in destroy, then create: it says to finish first, then makes a new pair', async () => {
    const cloud = await openMade();
    killAtCall(cloud, 'DeleteCluster us-east-1', 'CARRIED_OUT');
    await cloud.run('dsql destroy', '--apply');
    const refused = await cloud.run('dsql create', '--apply');
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/is PENDING_DELETE; finish with provision dsql destroy --apply/);
    await cloud.run('dsql destroy', '--apply');
    expect((await cloud.run('dsql create', '--apply')).code).toBe(0);
    expect([statuses(cloud), cloud.everMade.size]).toEqual([BOTH_ACTIVE, 4]);
  });

  it('makes no third cluster even when the list does not show the first one yet', async () => {
    const cloud = await openProvisionCloud(later, { listDelayMs: 3_600_000 });
    killAtCall(cloud, 'CreateCluster us-east-1', 'CARRIED_OUT');
    await cloud.run('dsql create', '--apply');
    const { code, output } = await cloud.run('dsql create', '--apply');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect([statuses(cloud), cloud.everMade.size]).toEqual([BOTH_ACTIVE, 2]);
  });
});
