// DeleteCluster: refused while deletion protection is on; a peered cluster stays PENDING_DELETE until
// its peer is deleted too.
import { clusterOf, once, replace, type Operation } from './call.ts';
import { clusterArn, summaryOf, type Cluster, type ClusterStatus } from './cluster.ts';
import { InputReader } from './input.ts';
import { peersOf, react } from './life-cycle.ts';
import { conflict, invalid } from './service-fault.ts';

/** UPDATING is no obstacle: clients delete right after they have lifted the protection. */
const MAY_DELETE: Readonly<Record<ClusterStatus, boolean>> = {
  PENDING_SETUP: true,
  CREATING: false,
  ACTIVE: true,
  UPDATING: true,
  FAILED: true,
  PENDING_DELETE: false,
  DELETING: false,
};

export const deleteCluster: Operation = (call, scene) => {
  const reader = new InputReader();
  const identifier = reader.identifier(call.target);
  const token = reader.clientToken(call.query.get('client-token'));
  reader.done();
  const resource = clusterArn(call.region, scene.settings.accountId, identifier);
  scene.authorize([{ action: 'dsql:DeleteCluster', resource }]);
  return once(call, scene, { token, parameters: { identifier } }, () => {
    const before = clusterOf(call, scene, identifier);
    if (!MAY_DELETE[before.status]) {
      throw conflict(identifier, `Cluster ${identifier} is ${before.status}`);
    }
    if (before.deletionProtectionEnabled) {
      const message = `Cluster ${identifier} has deletion protection enabled; disable it first`;
      throw invalid('deletionProtectionEnabled', message);
    }
    const { clusters } = scene.cloud;
    const { durations } = scene.settings;
    const isPeered = peersOf(before, clusters).length > 0;
    const cluster: Cluster = {
      ...before,
      status: isPeered ? 'PENDING_DELETE' : 'DELETING',
      changesAtMs: isPeered ? null : scene.nowMs + durations.deleteMs,
    };
    return {
      clusters: react(replace(clusters, cluster), scene.nowMs, durations),
      identifier,
      output: summaryOf(cluster),
    };
  });
};
