// Tags of clusters, by ARN: ListTagsForResource, TagResource, UntagResource.
import { clusterOf, replace, type Call, type Operation, type Scene } from './call.ts';
import type { Cluster } from './cluster.ts';
import { InputReader } from './input.ts';
import { MAX_TAGS } from './limits.ts';
import { invalidField, notFound } from './service-fault.ts';

export const listTagsForResource: Operation = (call, scene) => {
  const reader = new InputReader();
  const cluster = lookUp(call, scene, reader);
  return { cloud: scene.cloud, output: { tags: cluster.tags } };
};

export const tagResource: Operation = (call, scene) => {
  const reader = new InputReader();
  const given = reader.tags(call.body['tags']);
  const cluster = lookUp(call, scene, reader);
  const tags = { ...cluster.tags, ...given };
  if (Object.keys(tags).length > MAX_TAGS) {
    throw invalidField('tags', `A cluster has at most ${MAX_TAGS} tags`);
  }
  return withTags(scene, cluster, tags);
};

export const untagResource: Operation = (call, scene) => {
  const reader = new InputReader();
  const keys = reader.tagKeys(call.query.getAll('tagKeys'));
  const cluster = lookUp(call, scene, reader);
  const kept = Object.entries(cluster.tags).filter(([key]) => !keys.includes(key));
  return withTags(scene, cluster, Object.fromEntries(kept));
};

function lookUp(call: Call, scene: Scene, reader: InputReader): Cluster {
  const arn = reader.clusterArn(call.target);
  reader.done();
  scene.authorize([{ action: `dsql:${call.operation}`, resource: arn }]);
  const cluster = clusterOf(call, scene, arn.slice(-26));
  if (cluster.arn !== arn) throw notFound(arn);
  return cluster;
}

function withTags({ cloud }: Scene, cluster: Cluster, tags: Cluster['tags']) {
  const clusters = replace(cloud.clusters, { ...cluster, tags });
  return { cloud: { ...cloud, clusters }, output: null };
}
