// The embedded control plane of Aurora DSQL: one loopback address that serves every Region, as
// @aws-sdk/client-dsql and the AWS CLI talk to it. The Region is that of the request's signature.
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import type { Credentials } from '../dsql/admission/index.ts';
import { authorizer } from './authorize.ts';
import type { Call, Outcome, Scene, Settings } from './call.ts';
import { openStateFile, type CloudState, type StateFile } from './cloud-state.ts';
import { descriptionOf, type Cluster, type ClusterStatus, type DataPlane } from './cluster.ts';
import { listen, type Answer, type HttpListener } from './http.ts';
import { parseBody } from './json.ts';
import { advance, DEFAULT_DURATIONS, type Durations } from './life-cycle.ts';
import { DEFAULT_QUOTAS, type Quotas } from './limits.ts';
import { routeOf, type Routed } from './operations.ts';
import { checkPolicy, type PolicyDocument } from './policy.ts';
import { REGIONS } from './regions.ts';
import { forget } from './remembered-answers.ts';
import { invalid, ServiceFault } from './service-fault.ts';
import { verifySignature, type SignedRequest } from './signature.ts';

/** A genuine call, before it is carried out and after. */
export interface CallNews {
  /** Counts genuine calls from 1. */
  readonly number: number;
  readonly operation: string;
  readonly region: string;
  /** CARRIED_OUT: written down, not answered. A call that is refused has no such news. */
  readonly moment: 'ARRIVED' | 'CARRIED_OUT';
}

/** The call waits for it; DROP closes the connection there and then. */
export type Observe = (news: CallNews) => Promise<'DROP' | undefined>;

export interface Faults {
  /** The next clusters made end as FAILED. */
  readonly failClusters: number;
  /** The next calls are answered with ThrottlingException. */
  readonly throttleCalls: number;
}

export interface ControlPlaneOptions {
  /** Of this alone: the file that the clusters are kept in. */
  readonly dataDir: string;
  /** Calls signed by these are genuine; no others. */
  readonly credentials: Credentials;
  /** Default 0: any free one. */
  readonly port?: number;
  /** 12 digits. Default 000000000000. */
  readonly accountId?: string;
  /** Region → host:port of its gateway; a Region without one gets a name of AWS's form. */
  readonly dataPlane?: DataPlane;
  /** What the caller may do. Default null: everything. */
  readonly policy?: PolicyDocument | null;
  readonly durations?: Partial<Durations>;
  readonly quotas?: Partial<Quotas>;
  /** How long ListClusters does not know a new cluster yet. Default 0. */
  readonly listDelayMs?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
  /** For tests: what arrives, and when it is done. */
  readonly observe?: Observe;
  readonly log: Log;
}

export interface ClusterView {
  readonly identifier: string;
  readonly arn: string;
  readonly region: string;
  readonly status: ClusterStatus;
  readonly endpoint: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface ControlPlane {
  /** http://127.0.0.1:port, for the SDK's endpoint option or AWS_ENDPOINT_URL_DSQL. */
  readonly url: string;
  /** Every cluster that exists now, oldest first. */
  clusters(): readonly ClusterView[];
  /** @throws PolicyError when it has parts that are not understood; the old one stays */
  setPolicy(policy: PolicyDocument | null): void;
  setFaults(change: Partial<Faults>): void;
  close(): Promise<void>;
}

/** @throws StateFileError, PolicyError, and when the port is taken */
export async function openControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const plane = new Plane(options, openStateFile(join(options.dataDir, 'clusters.json')));
  plane.setPolicy(options.policy ?? null);
  await plane.listen();
  return plane;
}

const DEFAULT_ACCOUNT = '000000000000';
const observeNothing: Observe = () => Promise.resolve(undefined);

class Plane implements ControlPlane {
  readonly #options: ControlPlaneOptions;
  readonly #file: StateFile;
  readonly #settings: Settings;
  #listener: HttpListener | null = null;
  #policy: PolicyDocument | null = null;
  #faults: Faults = { failClusters: 0, throttleCalls: 0 };
  #calls = 0;

  constructor(options: ControlPlaneOptions, file: StateFile) {
    this.#options = options;
    this.#file = file;
    this.#settings = {
      accountId: options.accountId ?? DEFAULT_ACCOUNT,
      dataPlane: options.dataPlane ?? {},
      durations: { ...DEFAULT_DURATIONS, ...options.durations },
      quotas: { ...DEFAULT_QUOTAS, ...options.quotas },
      listDelayMs: options.listDelayMs ?? 0,
    };
  }

  async listen(): Promise<void> {
    this.#listener = await listen({
      port: this.#options.port ?? 0,
      answer: (request) => this.#answer(request),
      onFault: (error) => this.#options.log.error({ error }, 'embedded control plane'),
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#listener?.port ?? 0}`;
  }

  clusters(): readonly ClusterView[] {
    return this.#cloudAt(this.#now().getTime()).clusters.map((cluster) => this.#view(cluster));
  }

  setPolicy(policy: PolicyDocument | null): void {
    if (policy !== null) checkPolicy(policy);
    this.#policy = policy;
  }

  setFaults(change: Partial<Faults>): void {
    this.#faults = { ...this.#faults, ...change };
  }

  async close(): Promise<void> {
    await this.#listener?.close();
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date();
  }

  #view(cluster: Cluster): ClusterView {
    const { identifier, arn, region, status, tags } = cluster;
    const { endpoint } = descriptionOf(cluster, this.#settings.dataPlane);
    return { identifier, arn, region, status, endpoint, tags };
  }

  async #answer(request: SignedRequest): Promise<Answer> {
    const { credentials, observe = observeNothing } = this.#options;
    const region = await verifySignature(request, credentials, this.#now());
    if (!REGIONS.includes(region)) {
      throw invalid(
        'other',
        `Aurora DSQL is not offered in ${region}; it is in ${REGIONS.join(', ')}`,
      );
    }
    const routed = routeOf(request.method, request.path);
    const news = { number: ++this.#calls, operation: routed.name, region };
    if ((await observe({ ...news, moment: 'ARRIVED' })) === 'DROP') return null;
    const output = this.#carryOut(routed, region, request);
    if ((await observe({ ...news, moment: 'CARRIED_OUT' })) === 'DROP') return null;
    return { output };
  }

  /** Synchronous from reading the state to having written it: calls cannot overlap. */
  #carryOut({ name, operation, target }: Routed, region: string, request: SignedRequest) {
    this.#throttle();
    const { query } = request;
    const call: Call = { operation: name, region, target, query, body: parseBody(request.body) };
    const scene = this.#scene();
    const { cloud, output }: Outcome = operation(call, scene);
    if (cloud !== scene.cloud) this.#file.commit(cloud);
    const isNew = cloud.clusters.length > scene.cloud.clusters.length;
    if (isNew && scene.isDoomed) this.setFaults({ failClusters: this.#faults.failClusters - 1 });
    return output;
  }

  #throttle(): void {
    const { throttleCalls } = this.#faults;
    if (throttleCalls === 0) return;
    this.setFaults({ throttleCalls: throttleCalls - 1 });
    throw new ServiceFault('ThrottlingException', 'Rate exceeded', { serviceCode: 'dsql' });
  }

  #scene(): Scene {
    const nowMs = this.#now().getTime();
    const userArn = `arn:aws:iam::${this.#settings.accountId}:user/worldseat`;
    return {
      cloud: this.#cloudAt(nowMs),
      nowMs,
      settings: this.#settings,
      authorize: authorizer(this.#policy, userArn),
      isDoomed: this.#faults.failClusters > 0,
    };
  }

  #cloudAt(nowMs: number): CloudState {
    const { state } = this.#file;
    const clusters = advance(state.clusters, nowMs, this.#settings.durations);
    const identifiers = new Set(clusters.map(({ identifier }) => identifier));
    return { ...state, clusters, answers: forget(state.answers, identifiers, nowMs) };
  }
}
