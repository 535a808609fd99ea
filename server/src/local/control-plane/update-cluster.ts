// UpdateCluster: deletion protection, and the peer of a multi-Region cluster that waits for one.
import { clusterOf, once, replace, type Call, type Operation, type Scene } from './call.ts';
import { clusterArn, summaryOf, type Cluster, type ClusterStatus } from './cluster.ts';
import { InputReader, type MultiRegionInput } from './input.ts';
import { checkPeers, checkWitness, peeringNeeds } from './peering.ts';
import type { Need } from './policy.ts';
import { conflict, invalidField } from './service-fault.ts';

interface Input {
  readonly identifier: string;
  readonly deletionProtectionEnabled: boolean | null;
  readonly token: string | null;
  readonly multiRegion: MultiRegionInput | null;
}

/** Whether a call may change a cluster in this status; CREATING and UPDATING must end first. */
const MAY_CHANGE: Readonly<Record<ClusterStatus, boolean>> = {
  PENDING_SETUP: true,
  CREATING: false,
  ACTIVE: true,
  UPDATING: false,
  FAILED: true,
  PENDING_DELETE: false,
  DELETING: false,
};

export const updateCluster: Operation = (call, scene) => {
  const input = readInput(call);
  scene.authorize(needsOf(input, call, scene));
  const parameters = { ...call.body, identifier: input.identifier };
  return once(call, scene, { token: input.token, parameters }, () => {
    const before = clusterOf(call, scene, input.identifier);
    if (!MAY_CHANGE[before.status]) {
      throw conflict(before.identifier, `Cluster ${before.identifier} is ${before.status}`);
    }
    const cluster: Cluster = {
      ...withPeers(before, input.multiRegion, scene),
      deletionProtectionEnabled:
        input.deletionProtectionEnabled ?? before.deletionProtectionEnabled,
      status: 'UPDATING',
      settledStatus: before.status,
      changesAtMs: scene.nowMs + scene.settings.durations.updateMs,
    };
    return {
      clusters: replace(scene.cloud.clusters, cluster),
      identifier: cluster.identifier,
      output: summaryOf(cluster),
    };
  });
};

function readInput({ target, body }: Call): Input {
  const reader = new InputReader();
  const input: Input = {
    identifier: reader.identifier(target),
    deletionProtectionEnabled: reader.flag(
      'deletionProtectionEnabled',
      body['deletionProtectionEnabled'],
    ),
    token: reader.clientToken(body['clientToken']),
    multiRegion: reader.multiRegion(body['multiRegionProperties']),
  };
  reader.encryptionKey(body['kmsEncryptionKey']);
  reader.done();
  return input;
}

function needsOf(
  { identifier, multiRegion }: Input,
  { region }: Call,
  { settings }: Scene,
): Need[] {
  const { accountId } = settings;
  const resource = clusterArn(region, accountId, identifier);
  const needs: Need[] = [{ action: 'dsql:UpdateCluster', resource }];
  if (multiRegion === null) return needs;
  needs.push({ action: 'dsql:GetCluster', resource });
  needs.push(...peeringNeeds(multiRegion, resource, settings));
  if (multiRegion.clusters !== null) {
    // Adding and removing are checked together, the latter for every cluster of the account.
    const everywhere = clusterArn('*', accountId, '*');
    needs.push({ action: 'dsql:RemovePeerCluster', resource: everywhere });
  }
  return needs;
}

function withPeers(cluster: Cluster, input: MultiRegionInput | null, { cloud }: Scene): Cluster {
  if (input === null) return cluster;
  const { region, arn, identifier, witnessRegion: before } = cluster;
  if (before === null) {
    const message = 'A single-Region cluster cannot become a multi-Region one';
    throw invalidField('multiRegionProperties', message);
  }
  const witness = checkWitness(region, input.witnessRegion ?? before);
  const peers = input.clusters ?? cluster.peers;
  const isSame = witness === before && peers.join() === cluster.peers.join();
  if (isSame) return cluster;
  if (cluster.status !== 'PENDING_SETUP') {
    const message = 'witness and peer can be changed only in PENDING_SETUP';
    throw conflict(identifier, `Cluster ${identifier} is ${cluster.status}: ${message}`);
  }
  checkPeers({ region, witness, arn, peers, clusters: cloud.clusters });
  return { ...cluster, witnessRegion: witness, peers };
}
