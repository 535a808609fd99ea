// What was answered is remembered: over a restart, and while time passes without anyone looking.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openControlPlane, StateFileError } from './index.ts';
import {
  CREDENTIALS,
  makePair,
  openTestPlane,
  QUIET,
  statuses,
  type TestPlane,
} from './testing.ts';

let test: TestPlane;
afterEach(() => test.close());

describe('the state', () => {
  it('outlives a restart, and goes on where it would be by then', async () => {
    test = await openTestPlane();
    const { first, second } = await makePair(test);
    await test.restart();
    expect(statuses(test)).toEqual(['us-east-1 UPDATING', 'us-east-2 PENDING_SETUP']);
    test.pass(600);
    await test.restart();
    expect(statuses(test)).toEqual(['us-east-1 CREATING', 'us-east-2 CREATING']);
    test.pass(600);
    await test.restart();
    expect(test.plane.clusters().map(({ arn, status }) => [arn, status])).toEqual([
      [first.arn, 'ACTIVE'],
      [second.arn, 'ACTIVE'],
    ]);
  });

  it('remembers client tokens over a restart', async () => {
    test = await openTestPlane();
    const input = { clientToken: 'token-1' };
    const { arn } = await test.client('us-east-1').createCluster(input);
    await test.restart();
    expect((await test.client('us-east-1').createCluster(input)).arn).toBe(arn);
  });

  it('holds no secret', async () => {
    test = await openTestPlane();
    await makePair(test);
    const text = await readFile(join(test.dataDir, 'clusters.json'), 'utf8');
    expect(text).not.toContain(CREDENTIALS.secretAccessKey);
    expect(text).not.toContain(CREDENTIALS.accessKeyId);
  });

  it('that cannot be read stops the start, with a word on what to do', async () => {
    test = await openTestPlane();
    for (const text of ['{"version":1,"clus', '{"version":99,"clusters":[]}']) {
      await writeFile(join(test.dataDir, 'clusters.json'), text);
      const start = openControlPlane({
        dataDir: test.dataDir,
        credentials: CREDENTIALS,
        log: QUIET,
      });
      await expect(start).rejects.toThrow(StateFileError);
      await expect(start).rejects.toThrow(/remove it/);
    }
  });

  it('is not changed by a call that is dropped before it is carried out, but by one after', async () => {
    const drop = { at: 'ARRIVED' };
    test = await openTestPlane({
      observe: ({ moment }) => Promise.resolve(moment === drop.at ? 'DROP' : undefined),
    });
    const create = () => test.client('us-east-1').createCluster({});
    await expect(create()).rejects.toThrow();
    expect(statuses(test)).toEqual([]);
    drop.at = 'CARRIED_OUT';
    await expect(create()).rejects.toThrow();
    expect(statuses(test)).toEqual(['us-east-1 CREATING']);
  });
});
