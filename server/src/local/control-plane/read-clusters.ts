// The operations that only look: GetCluster, ListClusters, GetVpcEndpointServiceName.
import { createHash } from 'node:crypto';
import { clusterOf, type Call, type Operation, type Scene } from './call.ts';
import { clusterArn, descriptionOf, type Cluster } from './cluster.ts';
import { InputReader } from './input.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './limits.ts';
import { invalidField } from './service-fault.ts';

export const getCluster: Operation = (call, scene) => {
  const cluster = lookUp(call, scene);
  const { dataPlane } = scene.settings;
  const output = { ...descriptionOf(cluster, dataPlane), tags: cluster.tags };
  return { cloud: scene.cloud, output };
};

/** In the order of their identifiers; a page's token says after which one it begins. */
export const listClusters: Operation = ({ region, query }, scene) => {
  const { cloud, nowMs, settings } = scene;
  const reader = new InputReader();
  const size = reader.pageSize(query.get('max-results'), DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  reader.done();
  const resource = clusterArn(region, settings.accountId, '*');
  scene.authorize([{ action: 'dsql:ListClusters', resource }]);
  const after = readPageToken(query.get('next-token'));
  const rest = cloud.clusters
    .filter((cluster) => cluster.region === region)
    .filter(({ createdAtMs }) => createdAtMs + settings.listDelayMs <= nowMs)
    .filter(({ identifier }) => identifier > after)
    .toSorted((a, b) => (a.identifier < b.identifier ? -1 : 1));
  const page = rest.slice(0, size);
  const last = page.at(-1);
  const clusters = page.map(({ identifier, arn }) => ({ identifier, arn }));
  const hasMore = last !== undefined && rest.length > page.length;
  const output = hasMore ? { clusters, nextToken: pageToken(last) } : { clusters };
  return { cloud, output };
};

/** A name of AWS's form; nothing listens behind it. */
export const getVpcEndpointServiceName: Operation = (call, scene) => {
  const { identifier } = lookUp(call, scene);
  const digest = createHash('sha256').update(identifier).digest('hex');
  const serviceName = `com.amazonaws.${call.region}.dsql-${digest.slice(0, 6)}`;
  return { cloud: scene.cloud, output: { serviceName } };
};

function lookUp(call: Call, scene: Scene): Cluster {
  const reader = new InputReader();
  const identifier = reader.identifier(call.target);
  reader.done();
  const resource = clusterArn(call.region, scene.settings.accountId, identifier);
  scene.authorize([{ action: `dsql:${call.operation}`, resource }]);
  return clusterOf(call, scene, identifier);
}

function pageToken({ identifier }: Cluster): string {
  return Buffer.from(identifier).toString('base64url');
}

function readPageToken(token: string | null): string {
  if (token === null || token === '') return '';
  const identifier = Buffer.from(token, 'base64url').toString();
  if (/^[a-z0-9]{26}$/.test(identifier)) return identifier;
  throw invalidField('nextToken', 'Is not a token that ListClusters gave');
}
