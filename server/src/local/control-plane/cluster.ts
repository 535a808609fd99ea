// One cluster as the control plane keeps it, and as its answers show it.
import { randomBytes } from 'node:crypto';

export type ClusterStatus =
  'PENDING_SETUP' | 'CREATING' | 'ACTIVE' | 'UPDATING' | 'FAILED' | 'PENDING_DELETE' | 'DELETING';

export interface Cluster {
  /** 26 characters of base32, as AWS makes them. */
  readonly identifier: string;
  readonly arn: string;
  readonly region: string;
  readonly createdAtMs: number;
  readonly status: ClusterStatus;
  /** When the status changes by itself; null: only a call changes it. */
  readonly changesAtMs: number | null;
  /** What UPDATING ends in. */
  readonly settledStatus: ClusterStatus;
  /** Its creation ends in FAILED. */
  readonly isDoomed: boolean;
  readonly deletionProtectionEnabled: boolean;
  /** null: a single-Region cluster. */
  readonly witnessRegion: string | null;
  /** ARNs that this cluster names as its peers, its own excluded. */
  readonly peers: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const IDENTIFIER_LENGTH = 26;

export function newIdentifier(): string {
  return [...randomBytes(IDENTIFIER_LENGTH)].map((byte) => ALPHABET[byte % 32]).join('');
}

export function clusterArn(region: string, accountId: string, identifier: string): string {
  return `arn:aws:dsql:${region}:${accountId}:cluster/${identifier}`;
}

/** Where clients of the database connect: AWS's form, or host:port of an embedded data plane. */
export type DataPlane = Readonly<Record<string, string>>;

function endpointOf({ identifier, region }: Cluster, dataPlane: DataPlane): string {
  return dataPlane[region] ?? `${identifier}.dsql.${region}.on.aws`;
}

/** What every answer about one cluster begins with. Times are seconds since 1970. */
export function summaryOf({ identifier, arn, status, createdAtMs }: Cluster) {
  return { identifier, arn, status, creationTime: createdAtMs / 1000 };
}

/** What CreateCluster answers; GetCluster adds the tags. */
export function descriptionOf(cluster: Cluster, dataPlane: DataPlane) {
  const { arn, peers, witnessRegion, deletionProtectionEnabled } = cluster;
  return {
    ...summaryOf(cluster),
    deletionProtectionEnabled,
    // AWS lists the cluster itself among the clusters.
    ...(witnessRegion === null
      ? {}
      : { multiRegionProperties: { witnessRegion, clusters: [arn, ...peers] } }),
    encryptionDetails: { encryptionType: 'AWS_OWNED_KMS_KEY', encryptionStatus: 'ENABLED' },
    endpoint: endpointOf(cluster, dataPlane),
  };
}
