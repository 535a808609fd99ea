// The rules of a multi-Region Aurora DSQL cluster: what is the next step, given what exists. In the
// order of AWS's own samples: first cluster with a witness, second with the first as its peer, then
// the first is told of the second; both become ACTIVE by themselves. Pure.
import { unexpected } from '../fault.ts';
import type { Step } from '../program.ts';
import { TAG } from '../tag.ts';
import type { ClusterFacts, PairFacts } from './facts.ts';

export interface Pair {
  readonly name: string;
  /** Two. */
  readonly regions: readonly [string, string];
  readonly witness: string;
  /** Client tokens are made of it. */
  readonly generation: string;
}

/** IDLE and INACTIVE clusters are asleep: they wake at the first connection. */
const READY = ['ACTIVE', 'IDLE', 'INACTIVE'];
const BUSY = ['CREATING', 'UPDATING'];
const BEING_DELETED = ['PENDING_DELETE', 'DELETING', 'DELETED'];

export const isReady = ({ status }: ClusterFacts): boolean => READY.includes(status);
const isBusy = ({ status }: ClusterFacts): boolean => BUSY.includes(status);
const isBeingDeleted = ({ status }: ClusterFacts): boolean => BEING_DELETED.includes(status);

/** @throws ProvisionFault when a cluster cannot become part of the pair */
export function nextOfCreate(pair: Pair, facts: PairFacts): Step | null {
  const [first, second] = pair.regions.map((region) => facts[region] ?? null);
  const present = presentIn(facts);
  present.forEach((cluster) => checkPart(pair, cluster, facts));
  if (first === null || first === undefined) return create(pair, pair.regions[0], second?.arn);
  if (second === null || second === undefined) return create(pair, pair.regions[1], first.arn);
  for (const [cluster, peer] of [
    [first, second],
    [second, first],
  ] as const) {
    if (isBusy(cluster)) continue;
    if (!cluster.peers.includes(peer.arn)) {
      return update(cluster, { multiRegionProperties: properties(pair, peer.arn) });
    }
    if (!cluster.isProtected) return update(cluster, { deletionProtectionEnabled: true });
  }
  if (present.every(isReady)) return null;
  return { kind: 'WAIT', until: 'both clusters are ACTIVE' };
}

export function nextOfDestroy(facts: PairFacts): Step | null {
  const present = presentIn(facts);
  const alive = present.filter((cluster) => !isBeingDeleted(cluster));
  const guarded = alive.find((cluster) => cluster.isProtected && !isBusy(cluster));
  if (guarded !== undefined) return update(guarded, { deletionProtectionEnabled: false });
  if (alive.some((cluster) => cluster.isProtected || isBusy(cluster))) {
    return { kind: 'WAIT', until: 'the clusters can be changed' };
  }
  const [next] = alive;
  if (next !== undefined) {
    const { region, identifier } = next;
    return { kind: 'CALL', region, operation: 'DeleteCluster', input: { identifier } };
  }
  return present.length === 0 ? null : { kind: 'WAIT', until: 'the clusters are gone' };
}

/** What a step that goes well leaves behind. */
export function foresee(pair: Pair, facts: PairFacts, step: Step): PairFacts {
  if (step.kind === 'WAIT') return settle(facts);
  const before = facts[step.region] ?? null;
  const { multiRegionProperties: named, deletionProtectionEnabled } = step.input as {
    multiRegionProperties?: { clusters?: readonly string[] };
    deletionProtectionEnabled?: boolean;
  };
  if (step.operation === 'DeleteCluster' && before !== null) {
    return { ...facts, [step.region]: { ...before, status: 'PENDING_DELETE' } };
  }
  const { region } = step;
  const cluster = before ?? {
    region,
    identifier: `<identifier of ${region}>`,
    arn: unknownArn(region),
    status: 'PENDING_SETUP',
    isProtected: true,
    witnessRegion: pair.witness,
    peers: [],
    endpoint: null,
  };
  const peers = named?.clusters ?? cluster.peers;
  const isProtected = deletionProtectionEnabled ?? cluster.isProtected;
  return { ...facts, [region]: { ...cluster, peers, isProtected } };
}

function settle(facts: PairFacts): PairFacts {
  const entries = Object.entries(facts).map(([region, cluster]) => {
    if (cluster === null || isBeingDeleted(cluster)) return [region, null];
    return [region, { ...cluster, status: cluster.status === 'FAILED' ? 'FAILED' : 'ACTIVE' }];
  });
  return Object.fromEntries(entries) as PairFacts;
}

/** Stands for an ARN that only the call before will tell. */
export function unknownArn(region: string): string {
  return `<ARN of ${region}>`;
}

function presentIn(facts: PairFacts): readonly ClusterFacts[] {
  return Object.values(facts).filter((cluster) => cluster !== null);
}

function checkPart(pair: Pair, cluster: ClusterFacts, facts: PairFacts): void {
  const { region, identifier, status, witnessRegion, peers } = cluster;
  const what = `The cluster ${identifier} in ${region}`;
  const remedy = 'provision dsql destroy --apply removes it';
  if (isBeingDeleted(cluster)) throw unexpected(`${what} is ${status}; finish with ${remedy}.`);
  if (![...READY, ...BUSY, 'PENDING_SETUP'].includes(status)) {
    throw unexpected(`${what} is ${status}; ${remedy}, then create again.`);
  }
  if (witnessRegion !== pair.witness) {
    const its = witnessRegion ?? 'none';
    throw unexpected(`${what} has the witness Region ${its}, not ${pair.witness}; ${remedy}.`);
  }
  const known = presentIn(facts).map(({ arn }) => arn);
  const stranger = peers.find((arn) => !known.includes(arn));
  if (stranger !== undefined) {
    throw unexpected(`${what} has a peer without the tag ${TAG}: ${stranger}.`);
  }
}

function properties({ witness }: Pair, peer: string | undefined) {
  return peer === undefined
    ? { witnessRegion: witness }
    : { witnessRegion: witness, clusters: [peer] };
}

function create(pair: Pair, region: string, peer: string | undefined): Step {
  const input = {
    deletionProtectionEnabled: true,
    tags: { [TAG]: pair.name },
    multiRegionProperties: properties(pair, peer),
    clientToken: `${pair.name}-${pair.generation}-${region}`,
  };
  return { kind: 'CALL', region, operation: 'CreateCluster', input };
}

function update({ region, identifier }: ClusterFacts, change: Record<string, unknown>): Step {
  const input = { identifier, ...change };
  return { kind: 'CALL', region, operation: 'UpdateCluster', input };
}
