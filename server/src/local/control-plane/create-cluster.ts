// CreateCluster: a single-Region cluster begins CREATING; a multi-Region one waits in PENDING_SETUP
// until it and its peer name each other.
import { serviceLinkedRole } from './authorize.ts';
import { once, type Call, type Operation, type Scene } from './call.ts';
import { clusterArn, descriptionOf, newIdentifier, type Cluster } from './cluster.ts';
import { InputReader, type MultiRegionInput } from './input.ts';
import { react } from './life-cycle.ts';
import { checkPeers, checkWitness, peeringNeeds } from './peering.ts';
import type { Need } from './policy.ts';
import { ServiceFault } from './service-fault.ts';

interface Input {
  readonly deletionProtectionEnabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly token: string | null;
  readonly multiRegion: MultiRegionInput | null;
}

export const createCluster: Operation = (call, scene) => {
  const input = readInput(call);
  scene.authorize(needsOf(input, call, scene));
  const outcome = once(call, scene, { token: input.token, parameters: call.body }, () => {
    const { clusters } = scene.cloud;
    checkQuota(input, call, scene);
    const cluster = newCluster(input, call, scene);
    return {
      clusters: react([...clusters, cluster], scene.nowMs, scene.settings.durations),
      identifier: cluster.identifier,
      output: descriptionOf(cluster, scene.settings.dataPlane),
    };
  });
  return { ...outcome, cloud: { ...outcome.cloud, hasServiceLinkedRole: true } };
};

function readInput({ body }: Call): Input {
  const reader = new InputReader();
  const input: Input = {
    deletionProtectionEnabled:
      reader.flag('deletionProtectionEnabled', body['deletionProtectionEnabled']) ?? true,
    tags: reader.tags(body['tags']),
    token: reader.clientToken(body['clientToken']),
    multiRegion: reader.multiRegion(body['multiRegionProperties']),
  };
  reader.encryptionKey(body['kmsEncryptionKey']);
  reader.absent('policy', body['policy']);
  reader.absent('bypassPolicyLockoutSafetyCheck', body['bypassPolicyLockoutSafetyCheck']);
  reader.done();
  return input;
}

function needsOf({ tags, multiRegion }: Input, { region }: Call, scene: Scene): Need[] {
  const { accountId } = scene.settings;
  const resource = clusterArn(region, accountId, '*');
  return [
    { action: 'dsql:CreateCluster', resource },
    ...(Object.keys(tags).length > 0 ? [{ action: 'dsql:TagResource', resource }] : []),
    ...(multiRegion === null ? [] : peeringNeeds(multiRegion, resource, scene.settings)),
    ...(scene.cloud.hasServiceLinkedRole ? [] : [serviceLinkedRole(accountId)]),
  ];
}

function checkQuota({ multiRegion }: Input, { region }: Call, { cloud, settings }: Scene): void {
  const isMultiRegion = multiRegion !== null;
  const alike = cloud.clusters.filter(
    (cluster) => cluster.region === region && (cluster.witnessRegion !== null) === isMultiRegion,
  );
  const { singleRegionClusters, multiRegionClusters } = settings.quotas;
  if (alike.length < (isMultiRegion ? multiRegionClusters : singleRegionClusters)) return;
  throw new ServiceFault('ServiceQuotaExceededException', 'You have reached the cluster limit.', {
    resourceId: clusterArn(region, settings.accountId, '*'),
    resourceType: 'cluster',
    serviceCode: 'dsql',
    quotaCode: isMultiRegion ? 'multi-region-clusters' : 'single-region-clusters',
  });
}

function newCluster({ multiRegion, tags, ...input }: Input, call: Call, scene: Scene): Cluster {
  const { region } = call;
  const { nowMs, settings, isDoomed } = scene;
  const witnessRegion =
    multiRegion === null ? null : checkWitness(region, multiRegion.witnessRegion);
  const peers = multiRegion?.clusters ?? [];
  if (witnessRegion !== null) {
    const { clusters } = scene.cloud;
    checkPeers({ region, witness: witnessRegion, arn: null, peers, clusters });
  }
  const identifier = newIdentifier();
  const isAlone = witnessRegion === null;
  return {
    identifier,
    arn: clusterArn(region, settings.accountId, identifier),
    region,
    createdAtMs: nowMs,
    status: isAlone ? 'CREATING' : 'PENDING_SETUP',
    changesAtMs: isAlone ? nowMs + settings.durations.createMs : null,
    settledStatus: 'ACTIVE',
    isDoomed,
    deletionProtectionEnabled: input.deletionProtectionEnabled,
    witnessRegion,
    peers,
    tags,
  };
}
