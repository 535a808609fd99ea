// `npm run provision` as a program of its own, against an embedded control plane that a test watches.
import { spawn, type ChildProcess } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openControlPlane,
  type CallNews,
  type ControlPlane,
  type ControlPlaneOptions,
} from '../../server/src/local/control-plane/index.ts';
import { bundled } from './bundled.ts';
import type { Close } from './leftovers.ts';
import { tempFolder } from './temp-folder.ts';

type Later = (close: Close) => void;

const ROOT = join(import.meta.dirname, '..', '..');
const CREDENTIALS = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret-of-the-test' };
const QUIET = { info: () => undefined, warn: () => undefined, error: console.error };

/** Calls that change something. */
const CHANGES = ['CreateCluster', 'UpdateCluster', 'DeleteCluster', 'TagResource', 'UntagResource'];

export interface Program {
  readonly child: ChildProcess;
  /** Its exit code, null when it was killed; and everything that it printed. */
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

export interface ProvisionCloud {
  readonly plane: ControlPlane;
  readonly envFile: string;
  readonly folder: string;
  /** Every call so far, as "CreateCluster us-east-1"; those that change something only. */
  readonly changes: string[];
  readonly reads: string[];
  /** Every cluster that ever existed. */
  readonly everMade: Set<string>;
  /** Starts `provision …` against this cloud. */
  start(command: string, ...options: string[]): Program;
  /** Starts it and waits for its end. */
  run(command: string, ...options: string[]): Program['ended'];
  /** The same, not bundled. */
  runAsWritten(command: string, ...options: string[]): Program['ended'];
  /** Kills the program the moment that this news comes. */
  killAt(isIt: (news: CallNews) => boolean): void;
}

/** Quick, but every state is really there for a while. */
const DURATIONS = { createMs: 300, updateMs: 100, deleteMs: 200 };

export async function openProvisionCloud(
  later: Later,
  options: Partial<ControlPlaneOptions> = {},
  folderGiven?: string,
): Promise<ProvisionCloud> {
  const folder = folderGiven ?? (await tempFolder(later));
  const [changes, reads, everMade] = [[] as string[], [] as string[], new Set<string>()];
  let living: Program | null = null;
  let isKillingAt: (news: CallNews) => boolean = () => false;
  const observe = async (news: CallNews) => {
    plane.clusters().forEach(({ identifier }) => everMade.add(identifier));
    const words = `${news.operation} ${news.region}`;
    if (news.moment === 'ARRIVED') (CHANGES.includes(news.operation) ? changes : reads).push(words);
    if (living === null || !isKillingAt(news)) return undefined;
    isKillingAt = () => false;
    living.child.kill('SIGKILL');
    await living.ended;
    return 'DROP' as const;
  };
  const plane = await openControlPlane({
    dataDir: join(folder, PLANE),
    credentials: CREDENTIALS,
    durations: DURATIONS,
    log: QUIET,
    observe,
    ...options,
  });
  later(() => plane.close());
  const envFile = join(folder, '.env');
  const startAs =
    (program?: readonly string[]) =>
    (command: string, ...more: string[]) => {
      const args = [...command.split(' '), '--dotenv', envFile, ...more];
      const env = {
        AWS_ENDPOINT_URL_DSQL: plane.url,
        AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
        AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      };
      return (living = startProvision(later, args, env, program));
    };
  const start = startAs();
  return {
    plane,
    envFile,
    folder,
    changes,
    reads,
    everMade,
    start,
    run: (command, ...more) => start(command, ...more).ended,
    runAsWritten: (command, ...more) => startAs(AS_WRITTEN)(command, ...more).ended,
    killAt: (isIt) => void (isKillingAt = isIt),
  };
}

/**
 * Clouds in which the pair is made already: by a run of the program for the first of them, whose
 * files the others begin with.
 */
export function madeClouds(later: Later): () => Promise<ProvisionCloud> {
  let first: Promise<ProvisionCloud> | null = null;
  const makeFirst = async () => {
    const cloud = await openProvisionCloud(later);
    const { code, output } = await cloud.run('dsql create', '--apply');
    if (code !== 0) throw new Error(output);
    return cloud;
  };
  return async () => {
    const { folder: from } = await (first ??= makeFirst());
    const folder = await tempFolder(later);
    for (const name of ['.env', PLANE]) {
      await cp(join(from, name), join(folder, name), { recursive: true });
    }
    return openProvisionCloud(later, {}, folder);
  };
}

const PLANE = 'plane';

/** How `npm run provision` starts it, without npm. */
const AS_WRITTEN = ['--import', import.meta.resolve('tsx'), join(ROOT, 'scripts', 'provision.ts')];
let asBundled: readonly string[] | null = null;

/**
 * Nothing of the caller's own AWS settings reaches it.
 * @param program default: bundled, once for a test file
 */
export function startProvision(
  later: Later,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  program: readonly string[] = (asBundled ??= [bundled(later, 'provision.ts')]),
): Program {
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  later(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ended };
}

/** Region and status of every cluster. */
export function statuses({ plane }: ProvisionCloud): string[] {
  return plane.clusters().map(({ region, status }) => `${region} ${status}`);
}

export const BOTH_ACTIVE = ['us-east-1 ACTIVE', 'us-east-2 ACTIVE'];
/** The calls of a create that begins with nothing, and of a destroy of everything. */
export const CREATE = [
  'CreateCluster us-east-1',
  'CreateCluster us-east-2',
  'UpdateCluster us-east-1',
];
export const DESTROY = ['Update', 'Delete'].flatMap((what) => [
  `${what}Cluster us-east-1`,
  `${what}Cluster us-east-2`,
]);

/** What DSQL_ENDPOINTS must be. */
export function endpointsOf({ plane }: ProvisionCloud): string {
  return plane
    .clusters()
    .map(({ region, endpoint }) => `${region}=${endpoint}`)
    .join(',');
}

/** The policy that a dry run printed, as it would be pasted. */
export function printedPolicy(output: string): { Statement: { Sid: string; Action: string[] }[] } {
  const lines = output.split('\n');
  const text = lines.slice(lines.indexOf('{'), lines.indexOf('}') + 1).join('\n');
  return JSON.parse(text) as ReturnType<typeof printedPolicy>;
}
