// What the tests of this folder share: a control plane in a temporary folder that is gone when the
// test is over, AWS's own client for each Region, and a clock that only the test moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DSQL, type DSQLClientConfig } from '@aws-sdk/client-dsql';
import type { Log } from '../../log.ts';
import { openControlPlane, type ControlPlane, type ControlPlaneOptions } from './index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

export const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export const CREDENTIALS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret-of-the-test' };

export interface TestPlane {
  readonly plane: ControlPlane;
  readonly dataDir: string;
  /** AWS's client in that Region; closed with the plane. */
  client(region: string, change?: DSQLClientConfig): DSQL;
  /** Lets so much time pass. */
  pass(ms: number): void;
  /** Closes the plane and opens it again in the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestPlane(
  options: Partial<ControlPlaneOptions> = {},
): Promise<TestPlane> {
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-plane-'));
  const clients: DSQL[] = [];
  let atMs = Date.now();
  const open = () =>
    openControlPlane({
      dataDir,
      credentials: CREDENTIALS,
      now: () => new Date(atMs),
      log: QUIET,
      ...options,
    });
  let plane = await open();
  return {
    get plane() {
      return plane;
    },
    dataDir,
    client(region, change = {}) {
      const base = { region, endpoint: plane.url, credentials: CREDENTIALS, maxAttempts: 1 };
      const client = new DSQL({ ...base, ...change });
      clients.push(client);
      return client;
    },
    pass: (ms) => void (atMs += ms),
    async restart() {
      await plane.close();
      plane = await open();
    },
    async close() {
      clients.forEach((client) => client.destroy());
      await plane.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

const WITNESS = 'us-west-2';

/** A pair as AWS's samples make it: both name each other when this returns, in UPDATING. */
export async function makePair(test: TestPlane) {
  const [east, ohio] = [test.client('us-east-1'), test.client('us-east-2')];
  const first = await east.createCluster({ multiRegionProperties: { witnessRegion: WITNESS } });
  const second = await ohio.createCluster({
    multiRegionProperties: { witnessRegion: WITNESS, clusters: [String(first.arn)] },
  });
  await east.updateCluster({
    identifier: first.identifier,
    multiRegionProperties: { witnessRegion: WITNESS, clusters: [String(second.arn)] },
  });
  return { east, ohio, first, second };
}

/** Every cluster's Region and status. */
export function statuses({ plane }: TestPlane): string[] {
  return plane.clusters().map(({ region, status }) => `${region} ${status}`);
}

/** The error that the call ends in, as an SDK's user meets it. @throws when it does not fail */
export async function faultOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    const { name, message, ...members } = error as Error & Record<string, unknown>;
    const { httpStatusCode: status } = members['$metadata'] as { httpStatusCode?: number };
    const own = Object.entries(members).filter(([key, value]) => {
      return !key.startsWith('$') && value !== undefined;
    });
    return { name, message, status, ...Object.fromEntries(own) };
  }
  throw new Error('the call did not fail');
}
