// What of a pair of clusters exists: found by the tag that this program puts on what it makes. What
// does not carry the tag is not seen, so it is never changed and never deleted.
import {
  ResourceNotFoundException,
  type DSQL,
  type GetClusterCommandOutput,
} from '@aws-sdk/client-dsql';
import { unexpected } from '../fault.ts';
import { TAG } from '../tag.ts';

export interface ClusterFacts {
  readonly region: string;
  readonly identifier: string;
  readonly arn: string;
  readonly status: string;
  readonly isProtected: boolean;
  readonly witnessRegion: string | null;
  /** ARNs of the others. */
  readonly peers: readonly string[];
  readonly endpoint: string | null;
}

/** Region → its cluster, in the order of the Regions. */
export type PairFacts = Readonly<Record<string, ClusterFacts | null>>;

export interface Finder {
  readonly name: string;
  readonly clients: Readonly<Record<string, DSQL>>;
  /** Region → a cluster made by this run: a list may not show it yet. */
  readonly made: ReadonlyMap<string, string>;
}

/** @throws ProvisionFault when two clusters of a Region carry the tag; the SDK's errors */
export async function findPair(finder: Finder): Promise<PairFacts> {
  const regions = Object.entries(finder.clients);
  const found = await Promise.all(
    regions.map(async ([region, client]) => [region, await findOne(region, client, finder)]),
  );
  return Object.fromEntries(found) as PairFacts;
}

async function findOne(region: string, client: DSQL, { name, made }: Finder) {
  const identifiers = new Set(await listIdentifiers(client));
  const ours = made.get(region);
  if (ours !== undefined) identifiers.add(ours);
  const found: ClusterFacts[] = [];
  for (const identifier of identifiers) {
    const cluster = await describe(client, identifier);
    if (cluster?.tags?.[TAG] === name) found.push(factsOf(region, cluster));
  }
  const [first, second] = found;
  if (second !== undefined) {
    throw unexpected(
      `${found.length} clusters in ${region} carry the tag ${TAG}=${name}: ` +
        `${found.map(({ identifier }) => identifier).join(', ')}. Remove the tag from all but one.`,
    );
  }
  return first ?? null;
}

async function listIdentifiers(client: DSQL): Promise<string[]> {
  const identifiers: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.listClusters({ maxResults: 100, nextToken });
    identifiers.push(...(page.clusters ?? []).map(({ identifier }) => identifier ?? ''));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return identifiers;
}

async function describe(client: DSQL, identifier: string): Promise<GetClusterCommandOutput | null> {
  try {
    const cluster = await client.getCluster({ identifier });
    if (cluster.tags !== undefined) return cluster;
    return { ...cluster, ...(await client.listTagsForResource({ resourceArn: cluster.arn })) };
  } catch (error) {
    // Deleted since it was listed.
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

function factsOf(region: string, cluster: GetClusterCommandOutput): ClusterFacts {
  const { identifier = '', arn = '', status = '', multiRegionProperties: pair } = cluster;
  return {
    region,
    identifier,
    arn,
    status,
    isProtected: cluster.deletionProtectionEnabled === true,
    witnessRegion: pair?.witnessRegion ?? null,
    // AWS lists the cluster itself too.
    peers: (pair?.clusters ?? []).filter((other) => other !== arn),
    endpoint: cluster.endpoint ?? null,
  };
}
