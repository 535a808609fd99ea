// `npm run provision dsql` as a program, end to end against the embedded control plane: what it says
// before it does it, what it leaves behind, and how it stops when something is wrong.
import { readFile, writeFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../server/src/config.ts';
import { leftovers } from './support/leftovers.ts';
import {
  BOTH_ACTIVE,
  CREATE,
  DESTROY,
  endpointsOf,
  madeClouds,
  openProvisionCloud,
  statuses,
} from './support/provision.ts';

const later = leftovers();
const openMade = madeClouds(later);

// Each has a cloud of its own, and mostly waits for it: several at a time.
describe.concurrent('provision dsql', () => {
  it('is the same program bundled, as these tests start it, and as npm run starts it', async () => {
    const cloud = await openProvisionCloud(later);
    for (const command of ['dsql create', 'dsql status', 'dsql']) {
      const asWritten = await cloud.runAsWritten(command);
      expect({ command, ...(await cloud.run(command)) }).toEqual({ command, ...asWritten });
    }
  });

  it('without --apply prints each call and the policy, and changes nothing', async () => {
    const cloud = await openProvisionCloud(later);
    const { code, output } = await cloud.run('dsql create');
    const calls = [...output.matchAll(/^ {2}\d+\. (\S+) {2}(\w+) (\{.*\})$/gm)].map(
      ([, region, operation, input = '{}']) => [
        operation,
        region,
        JSON.parse(input) as Record<string, unknown>,
      ],
    );
    const witnessRegion = 'us-west-2';
    const made = { deletionProtectionEnabled: true, tags: { 'worldseat:name': 'worldseat' } };
    const token = (region: string) => `worldseat-<new>-${region}`;
    expect({ code, calls }).toEqual({
      code: 0,
      calls: [
        [
          'CreateCluster',
          'us-east-1',
          { ...made, multiRegionProperties: { witnessRegion }, clientToken: token('us-east-1') },
        ],
        [
          'CreateCluster',
          'us-east-2',
          {
            ...made,
            multiRegionProperties: { witnessRegion, clusters: ['<ARN of us-east-1>'] },
            clientToken: token('us-east-2'),
          },
        ],
        [
          'UpdateCluster',
          'us-east-1',
          {
            identifier: '<identifier of us-east-1>',
            multiRegionProperties: { witnessRegion, clusters: ['<ARN of us-east-2>'] },
          },
        ],
      ],
    });
    expect(output).toContain('  4. wait until both clusters are ACTIVE');
    expect([cloud.changes, cloud.reads]).toEqual([
      [],
      expect.arrayContaining(['ListClusters us-east-1', 'ListClusters us-east-2']),
    ]);
    await expect(readFile(cloud.envFile)).rejects.toThrow('ENOENT');
  });

  it('goes PENDING_SETUP, peered, ACTIVE; writes a .env that npm start takes; destroy ends empty', async () => {
    const cloud = await openProvisionCloud(later);
    const theirs = '# mine\nPORT=5000\n';
    await writeFile(cloud.envFile, theirs);
    const created = await cloud.runAsWritten('dsql create', '--apply');
    expect({ code: created.code, calls: cloud.changes }).toEqual({ code: 0, calls: CREATE });
    expect(statuses(cloud)).toEqual(BOTH_ACTIVE);

    const text = await readFile(cloud.envFile, 'utf8');
    const endpoints = endpointsOf(cloud);
    expect(text.startsWith(theirs)).toBe(true);
    expect(parseEnv(text)).toEqual({ PORT: '5000', DSQL_ENDPOINTS: endpoints });
    const { dsql } = readConfig(parseEnv(text), cloud.folder);
    expect(dsql).toMatchObject({ kind: 'REMOTE', deployment: 'AWS' });

    // Again: nothing is left to do.
    cloud.changes.length = 0;
    const again = await cloud.run('dsql create', '--apply');
    expect({ code: again.code, calls: cloud.changes }).toEqual({ code: 0, calls: [] });
    expect(await readFile(cloud.envFile, 'utf8')).toBe(text);

    const dry = await cloud.run('dsql destroy');
    expect({ code: dry.code, calls: cloud.changes }).toEqual({ code: 0, calls: [] });
    const destroyed = await cloud.run('dsql destroy', '--apply');
    expect({ code: destroyed.code, calls: cloud.changes }).toEqual({ code: 0, calls: DESTROY });
    expect(statuses(cloud)).toEqual([]);
    expect(await readFile(cloud.envFile, 'utf8')).toBe(theirs);
  });

  it('status tells what is there, and ends with 0 only when everything is ready', async () => {
    const cloud = await openProvisionCloud(later);
    const status = () => cloud.run('dsql status');
    const nothing = await status();
    expect(nothing).toMatchObject({
      code: 1,
      output: /us-east-1 {2}nothing/.exec(nothing.output)?.input,
    });
    cloud.killAt(({ operation, region, moment }) => {
      return operation === 'CreateCluster' && region === 'us-east-2' && moment === 'ARRIVED';
    });
    await cloud.run('dsql create', '--apply');
    const half = await status();
    expect(half.code).toBe(1);
    expect(half.output).toMatch(/us-east-1 {2}[a-z2-7]{26}, PENDING_SETUP, names no peer/);
    expect(half.output).toMatch(/us-east-2 {2}nothing/);
    await cloud.run('dsql create', '--apply');
    const ready = await status();
    expect(ready.code).toBe(0);
    expect(ready.output).toMatch(/us-east-2 {2}[a-z2-7]{26}, ACTIVE, peer arn:aws:dsql:us-east-1:/);
    await writeFile(cloud.envFile, '');
    expect((await status()).output).toContain('does not have its settings');
    expect(cloud.changes.slice(CREATE.length + 1)).toEqual([]);
  });

  it('takes the gateway’s address and CA where the data plane is embedded', async () => {
    const dataPlane = { 'us-east-1': '127.0.0.1:15432', 'us-east-2': '127.0.0.1:15433' };
    const cloud = await openProvisionCloud(later, { dataPlane });
    await cloud.run('dsql create', '--apply', '--ca-file', '/some/ca.pem');
    expect(parseEnv(await readFile(cloud.envFile, 'utf8'))).toEqual({
      DSQL_ENDPOINTS: 'us-east-1=127.0.0.1:15432,us-east-2=127.0.0.1:15433',
      DSQL_CA_FILE: '/some/ca.pem',
    });
  });
});

describe.concurrent('provision dsql, when it goes wrong', () => {
  it('stops at once at FAILED, and destroy clears it away', async () => {
    const cloud = await openProvisionCloud(later);
    cloud.plane.setFaults({ failClusters: 1 });
    const failed = await cloud.run('dsql create', '--apply');
    expect(failed.code).toBe(1);
    expect(failed.output).toMatch(
      /The cluster \w{26} in us-east-1 is FAILED; provision dsql destroy/,
    );
    expect((await cloud.run('dsql destroy', '--apply')).code).toBe(0);
    expect((await cloud.run('dsql create', '--apply')).code).toBe(0);
    expect(statuses(cloud)).toEqual(BOTH_ACTIVE);
  });

  it('gives up a wait at its limit, and the next run goes on', async () => {
    const durations = { createMs: 4_000, updateMs: 100, deleteMs: 100 };
    const cloud = await openProvisionCloud(later, { durations });
    const first = await cloud.run('dsql create', '--apply', '--limit-seconds', '1');
    expect(first.code).toBe(1);
    expect(first.output).toContain('Waited 1 s until both clusters are ACTIVE. Run again');
    const second = await cloud.run('dsql create', '--apply');
    expect({ code: second.code, calls: cloud.changes }).toEqual({ code: 0, calls: CREATE });
  });

  it('sees and deletes nothing that it did not make, and lifts protection only to destroy', async () => {
    const cloud = await openMade();
    const other = await cloud.run('dsql create', '--apply', '--name', 'other');
    expect(other.code).toBe(0);
    expect(await cloud.run('dsql destroy', '--apply')).toMatchObject({ code: 0 });
    expect(cloud.plane.clusters().map(({ tags }) => tags)).toEqual([
      { 'worldseat:name': 'other' },
      { 'worldseat:name': 'other' },
    ]);
    const status = await cloud.run('dsql status', '--name', 'other');
    expect(status.output.match(/, protected from deletion,/g)).toHaveLength(2);
  });

  it('says what is wrong with the command line, with exit code 2 and without a call', async () => {
    const cloud = await openProvisionCloud(later);
    for (const command of [
      'dsql',
      'dsql create now',
      'mysql create',
      'dsql create --witness us-east-1',
    ]) {
      const { code, output } = await cloud.run(command);
      expect({ command, code, usage: output.includes('--apply  ') }).toEqual({
        command,
        code: 2,
        usage: true,
      });
    }
    expect([cloud.reads, cloud.changes]).toEqual([[], []]);
  });

  it('never prints a secret', async () => {
    const cloud = await openMade();
    const runs = [await cloud.run('dsql status'), await cloud.run('dsql destroy')];
    const text = runs.map(({ output }) => output).join('');
    expect(text).not.toContain('secret-of-the-test');
    expect(text).not.toContain('AKIAEXAMPLE');
  });
});
