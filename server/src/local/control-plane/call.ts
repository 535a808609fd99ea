// What an operation gets and gives. Operations are pure: from the cloud as it is they make the next
// one and an answer, or throw a ServiceFault; writing and answering is the control plane's business.
import type { Authorize } from './authorize.ts';
import type { CloudState } from './cloud-state.ts';
import type { Cluster, DataPlane } from './cluster.ts';
import type { JsonObject } from './json.ts';
import type { Durations } from './life-cycle.ts';
import type { Quotas } from './limits.ts';
import { recall, remember } from './remembered-answers.ts';
import { notFound } from './service-fault.ts';

export interface Call {
  readonly operation: string;
  readonly region: string;
  /** The identifier or ARN in the path; empty when the path has none. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

export interface Settings {
  /** 12 digits. */
  readonly accountId: string;
  readonly dataPlane: DataPlane;
  readonly durations: Durations;
  readonly quotas: Quotas;
  /** ListClusters does not show a cluster that is younger than this. */
  readonly listDelayMs: number;
}

export interface Scene {
  /** Moved on to nowMs. */
  readonly cloud: CloudState;
  readonly nowMs: number;
  readonly settings: Settings;
  readonly authorize: Authorize;
  /** A cluster made now will fail: asked for by a test. */
  readonly isDoomed: boolean;
}

export interface Outcome {
  readonly cloud: CloudState;
  /** null: an answer without a body. */
  readonly output: JsonObject | null;
}

export type Operation = (call: Call, scene: Scene) => Outcome;

interface Change {
  readonly clusters: readonly Cluster[];
  readonly identifier: string;
  readonly output: JsonObject;
}

/** Makes a change, or gives the answer that the same client token got before. */
export function once(
  { operation, region }: Call,
  { cloud, nowMs }: Scene,
  given: { readonly token: string | null; readonly parameters: JsonObject },
  change: () => Change,
): Outcome {
  const { token, parameters } = given;
  const asking = token === null ? null : { operation, region, token, parameters };
  const before = asking === null ? null : recall(cloud.answers, asking);
  if (before !== null) return { cloud, output: before };
  const { clusters, identifier, output } = change();
  const answers =
    asking === null
      ? cloud.answers
      : remember(cloud.answers, asking, { output, identifier, atMs: nowMs });
  return { cloud: { ...cloud, clusters, answers }, output };
}

/** @throws ServiceFault ResourceNotFoundException when this Region has no such cluster */
export function clusterOf({ region }: Call, { cloud }: Scene, identifier: string): Cluster {
  const found = cloud.clusters.find(
    (cluster) => cluster.region === region && cluster.identifier === identifier,
  );
  if (found === undefined) throw notFound(identifier);
  return found;
}

export function replace(clusters: readonly Cluster[], next: Cluster): readonly Cluster[] {
  return clusters.map((cluster) => (cluster.identifier === next.identifier ? next : cluster));
}
