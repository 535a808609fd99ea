// What clusters become by themselves as time passes. Pure: no timer runs; whoever looks first moves
// every cluster to where it is by now, at the very times at which it would have changed.
//
//   PENDING_SETUP ─ both name each other ─▶ CREATING ─ createMs ─▶ ACTIVE (or FAILED)
//   UPDATING ─ updateMs ─▶ what it was
//   PENDING_DELETE ─ the peer is deleted too, then updateMs ─▶ DELETING ─ deleteMs ─▶ gone
import type { Cluster, ClusterStatus } from './cluster.ts';

export interface Durations {
  /** From CREATING to ACTIVE. Default 1000. */
  readonly createMs: number;
  /** Of UPDATING, and of the check before a pair is DELETING. Default 200. */
  readonly updateMs: number;
  /** From DELETING to gone. Default 1000. */
  readonly deleteMs: number;
}

export const DEFAULT_DURATIONS: Durations = { createMs: 1_000, updateMs: 200, deleteMs: 1_000 };

type Clusters = readonly Cluster[];

/** Where every cluster is at that time. */
export function advance(clusters: Clusters, nowMs: number, durations: Durations): Clusters {
  let current = clusters;
  for (;;) {
    const next = earliestDue(current, nowMs);
    if (next === null) return current;
    const after = nextOf(next.cluster, next.atMs, durations);
    const moved = current.flatMap((each) => {
      if (each !== next.cluster) return [each];
      return after === null ? [] : [after];
    });
    current = react(moved, next.atMs, durations);
  }
}

function earliestDue(clusters: Clusters, nowMs: number) {
  let earliest: { cluster: Cluster; atMs: number } | null = null;
  for (const cluster of clusters) {
    const atMs = cluster.changesAtMs;
    if (atMs === null || atMs > nowMs) continue;
    if (earliest === null || atMs < earliest.atMs) earliest = { cluster, atMs };
  }
  return earliest;
}

type Next = (cluster: Cluster, atMs: number, durations: Durations) => Cluster | null;

const stay: Next = (cluster) => ({ ...cluster, changesAtMs: null });

const NEXT: Readonly<Record<ClusterStatus, Next>> = {
  PENDING_SETUP: stay,
  CREATING: (cluster) => ({
    ...cluster,
    status: cluster.isDoomed ? 'FAILED' : 'ACTIVE',
    changesAtMs: null,
  }),
  ACTIVE: stay,
  UPDATING: (cluster) => ({ ...cluster, status: cluster.settledStatus, changesAtMs: null }),
  FAILED: stay,
  PENDING_DELETE: (cluster, atMs, { deleteMs }) => ({
    ...cluster,
    status: 'DELETING',
    changesAtMs: atMs + deleteMs,
  }),
  DELETING: () => null,
};

function nextOf(cluster: Cluster, atMs: number, durations: Durations): Cluster | null {
  return NEXT[cluster.status](cluster, atMs, durations);
}

/** What follows at once from the clusters' being as they are: to be applied after every change. */
export function react(clusters: Clusters, atMs: number, durations: Durations): Clusters {
  return clusters.map((cluster) => {
    const peers = peersOf(cluster, clusters);
    if (peers.length === 0 || cluster.changesAtMs !== null) return cluster;
    if (
      cluster.status === 'PENDING_SETUP' &&
      peers.every(({ status }) => status === 'PENDING_SETUP')
    ) {
      return { ...cluster, status: 'CREATING', changesAtMs: atMs + durations.createMs };
    }
    if (cluster.status === 'PENDING_DELETE' && peers.every(isBeingDeleted)) {
      return { ...cluster, changesAtMs: atMs + durations.updateMs };
    }
    return cluster;
  });
}

export function isBeingDeleted({ status }: Cluster): boolean {
  return status === 'PENDING_DELETE' || status === 'DELETING';
}

/** The clusters that this one names and that name this one. */
export function peersOf({ arn, peers }: Cluster, clusters: Clusters): Clusters {
  return clusters.filter((other) => peers.includes(other.arn) && other.peers.includes(arn));
}
