// Every operation of the service: how its requests look, and what answers them. Those that this
// control plane does not have are refused by name.
import type { Operation } from './call.ts';
import { createCluster } from './create-cluster.ts';
import { deleteCluster } from './delete-cluster.ts';
import { getCluster, getVpcEndpointServiceName, listClusters } from './read-clusters.ts';
import { invalid } from './service-fault.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { updateCluster } from './update-cluster.ts';

interface Route {
  readonly name: string;
  readonly method: string;
  /** Its one group, if any, is the call's target. */
  readonly path: RegExp;
  /** null: not part of this control plane. */
  readonly operation: Operation | null;
}

export interface Routed {
  readonly name: string;
  readonly target: string;
  readonly operation: Operation;
}

const CLUSTERS = /^\/cluster$/;
const CLUSTER = /^\/cluster\/([^/]+)$/;
const CLUSTER_POLICY = /^\/cluster\/([^/]+)\/policy$/;
const VPC_ENDPOINT = /^\/clusters\/([^/]+)\/vpc-endpoint-service-name$/;
const TAGS = /^\/tags\/(.+)$/;
const STREAMS = /^\/stream\/([^/]+)$/;
const STREAM = /^\/stream\/([^/]+\/[^/]+)$/;

function route(name: string, method: string, path: RegExp, operation: Operation | null): Route {
  return { name, method, path, operation };
}

const ROUTES: readonly Route[] = [
  route('CreateCluster', 'POST', CLUSTERS, createCluster),
  route('ListClusters', 'GET', CLUSTERS, listClusters),
  route('GetCluster', 'GET', CLUSTER, getCluster),
  route('UpdateCluster', 'POST', CLUSTER, updateCluster),
  route('DeleteCluster', 'DELETE', CLUSTER, deleteCluster),
  route('GetVpcEndpointServiceName', 'GET', VPC_ENDPOINT, getVpcEndpointServiceName),
  route('ListTagsForResource', 'GET', TAGS, listTagsForResource),
  route('TagResource', 'POST', TAGS, tagResource),
  route('UntagResource', 'DELETE', TAGS, untagResource),
  route('GetClusterPolicy', 'GET', CLUSTER_POLICY, null),
  route('PutClusterPolicy', 'POST', CLUSTER_POLICY, null),
  route('DeleteClusterPolicy', 'DELETE', CLUSTER_POLICY, null),
  route('CreateStream', 'POST', STREAMS, null),
  route('ListStreams', 'GET', STREAMS, null),
  route('GetStream', 'GET', STREAM, null),
  route('DeleteStream', 'DELETE', STREAM, null),
];

/** @param path as sent, still encoded. @throws ServiceFault for what is not here */
export function routeOf(method: string, path: string): Routed {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const { name, method: its, path: pattern, operation } of ROUTES) {
    const match = its === method ? pattern.exec(trimmed) : null;
    if (match === null) continue;
    if (operation === null) {
      throw invalid('unknownOperation', `${name} is not part of this control plane`);
    }
    return { name, operation, target: decode(match[1] ?? '') };
  }
  throw invalid('unknownOperation', `${method} ${trimmed} is no operation of Aurora DSQL`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('cannotParse', 'The path is not well encoded');
  }
}
