// The AWS CLI, which nobody here wrote, against the embedded control plane: the whole life of a pair
// by its own commands and waiters. Skipped, and said so, where no aws with dsql is installed.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openControlPlane } from '../server/src/local/control-plane/index.ts';
import { leftovers } from './support/leftovers.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const QUIET = { info: () => undefined, warn: () => undefined, error: console.error };
const CREDENTIALS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret-of-the-test' };
const run = promisify(execFile);

const found = spawnSync('aws', ['dsql', 'list-clusters', '--generate-cli-skeleton'], {
  stdio: 'ignore',
});
const isInstalled = found.error === undefined && found.status === 0;
if (!isInstalled)
  console.warn('SKIPPED: no AWS CLI with dsql on PATH; the control plane is not tested with it');

interface Cluster {
  readonly identifier: string;
  readonly arn: string;
  readonly status: string;
}

async function openCli() {
  const folder = await tempFolder(later);
  const durations = { createMs: 300, updateMs: 50, deleteMs: 300 };
  const plane = await openControlPlane({
    dataDir: folder,
    credentials: CREDENTIALS,
    durations,
    log: QUIET,
  });
  later(() => plane.close());
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    AWS_ENDPOINT_URL_DSQL: plane.url,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    PYENV_VERSION: process.env['PYENV_VERSION'],
    PYENV_ROOT: process.env['PYENV_ROOT'],
  };
  const aws = async (region: string, ...args: string[]): Promise<unknown> => {
    const { stdout } = await run('aws', ['dsql', '--region', region, '--output', 'json', ...args], {
      env,
    });
    return stdout === '' ? null : JSON.parse(stdout);
  };
  return { plane, aws };
}

describe.skipIf(!isInstalled)('the AWS CLI', () => {
  it('makes a multi-Region cluster, waits for it, tags it, and takes it away', async () => {
    const { plane, aws } = await openCli();
    const witness = (...clusters: string[]) => [
      '--multi-region-properties',
      JSON.stringify({ witnessRegion: 'us-west-2', ...(clusters.length > 0 ? { clusters } : {}) }),
    ];
    const first = (await aws('us-east-1', 'create-cluster', ...witness())) as Cluster;
    const second = (await aws(
      'us-east-2',
      'create-cluster',
      ...witness(first.arn),
      '--tags',
      'a=1',
    )) as Cluster;
    expect([first.status, second.status]).toEqual(['PENDING_SETUP', 'PENDING_SETUP']);
    const own = ['--identifier', first.identifier];
    const theirs = ['--identifier', second.identifier];
    await aws('us-east-1', 'update-cluster', ...own, ...witness(second.arn));
    await aws('us-east-1', 'wait', 'cluster-active', ...own);
    await aws('us-east-2', 'wait', 'cluster-active', ...theirs);
    const shown = await aws('us-east-2', 'get-cluster', ...theirs);
    expect(shown).toMatchObject({
      status: 'ACTIVE',
      deletionProtectionEnabled: true,
      multiRegionProperties: { witnessRegion: 'us-west-2', clusters: [second.arn, first.arn] },
      tags: { a: '1' },
    });

    const arn = ['--resource-arn', second.arn];
    await aws('us-east-2', 'tag-resource', ...arn, '--tags', 'b=2 3');
    await aws('us-east-2', 'untag-resource', ...arn, '--tag-keys', 'a');
    expect(await aws('us-east-2', 'list-tags-for-resource', ...arn)).toEqual({
      tags: { b: '2 3' },
    });
    const { identifier } = second;
    expect(await aws('us-east-2', 'list-clusters')).toEqual({
      clusters: [{ identifier, arn: second.arn }],
    });

    await expect(aws('us-east-1', 'delete-cluster', ...own)).rejects.toThrow(
      /\(ValidationException\) when calling the DeleteCluster operation: .*deletion protection/,
    );
    for (const [region, which] of [
      ['us-east-1', own],
      ['us-east-2', theirs],
    ] as const) {
      await aws(region, 'update-cluster', ...which, '--no-deletion-protection-enabled');
      await aws(region, 'delete-cluster', ...which);
    }
    await aws('us-east-1', 'wait', 'cluster-not-exists', ...own);
    await aws('us-east-2', 'wait', 'cluster-not-exists', ...theirs);
    expect(plane.clusters()).toEqual([]);
  });
});
