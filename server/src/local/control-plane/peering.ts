// The rules of multi-Region clusters: exactly two clusters and a witness, three Regions of one set,
// the same witness on both, and each names the other by its ARN. Also the permissions that naming
// them takes: IAM asks for the peer's very ARN, and for the witness in both Regions.
import type { Settings } from './call.ts';
import type { Cluster } from './cluster.ts';
import type { MultiRegionInput } from './input.ts';
import { isBeingDeleted } from './life-cycle.ts';
import type { Need } from './policy.ts';
import { companionsOf } from './regions.ts';
import { conflict, invalidField } from './service-fault.ts';

const WITNESS = 'multiRegionProperties.witnessRegion';
const CLUSTERS = 'multiRegionProperties.clusters';

/** @throws ServiceFault naming the rule that the witness breaks */
export function checkWitness(region: string, witness: string | null): string {
  if (witness === null)
    throw invalidField(WITNESS, 'A multi-Region cluster needs a witness Region');
  if (witness === region) {
    throw invalidField(WITNESS, "Cannot be the same as the cluster's Region");
  }
  const allowed = companionsOf(region);
  if (allowed.includes(witness)) return witness;
  throw invalidField(
    WITNESS,
    allowed.length === 0
      ? `${region} has no multi-Region clusters`
      : `Must be a Region of the same set as ${region}: ${allowed.join(', ')}; not ${witness}`,
  );
}

interface Naming {
  readonly region: string;
  readonly witness: string;
  /** Of the cluster that names a peer; null: it does not exist yet. */
  readonly arn: string | null;
  readonly peers: readonly string[];
  readonly clusters: readonly Cluster[];
}

/** @throws ServiceFault naming the rule that a peer breaks */
export function checkPeers({ region, witness, arn, peers, clusters }: Naming): void {
  if (peers.length > 1) throw invalidField(CLUSTERS, 'A cluster has exactly one peer');
  const [name] = peers;
  if (name === undefined) return;
  if (name === arn) throw invalidField(CLUSTERS, 'A cluster cannot be its own peer');
  const peer = clusters.find((cluster) => cluster.arn === name);
  if (peer === undefined) throw invalidField(CLUSTERS, `There is no cluster ${name}`);
  if (peer.region === region) throw invalidField(CLUSTERS, 'The peer must be in another Region');
  if (peer.region === witness) throw invalidField(CLUSTERS, 'The peer is in the witness Region');
  if (peer.witnessRegion !== witness) {
    const its = peer.witnessRegion === null ? 'has no witness Region' : `has ${peer.witnessRegion}`;
    throw invalidField(WITNESS, `Must be the same for both clusters; ${name} ${its}`);
  }
  if (isBeingDeleted(peer)) throw conflict(peer.identifier, `Cluster ${name} is being deleted`);
  if (peer.peers.some((other) => other !== arn)) {
    throw conflict(peer.identifier, `Cluster ${name} has another peer`);
  }
}

/** @param resource ARN of the cluster, or of all clusters of its Region before it exists */
export function peeringNeeds(
  { witnessRegion, clusters }: MultiRegionInput,
  resource: string,
  { accountId }: Settings,
): Need[] {
  const needs: Need[] = [{ action: 'dsql:PutMultiRegionProperties', resource }];
  if (witnessRegion !== null) {
    const context = { 'dsql:WitnessRegion': witnessRegion };
    const there = `arn:aws:dsql:${witnessRegion}:${accountId}:cluster/*`;
    for (const each of [resource, there]) {
      needs.push({ action: 'dsql:PutWitnessRegion', resource: each, context });
    }
  }
  if (clusters !== null && clusters.length > 0) {
    const peers = clusters.map((arn) => ({ resource: arn, isExact: true }));
    for (const each of [{ resource }, ...peers]) {
      needs.push({ action: 'dsql:AddPeerCluster', ...each });
    }
  }
  return needs;
}
