// The IAM policies of `provision dsql`: what each command calls, on which resources. AddPeerCluster
// and the witness are where set-ups fail: the first wants each peer's very ARN, the second is asked
// for in the cluster's Region and in the witness Region.
import {
  accountOf,
  allow,
  policyOf,
  type PolicyDocument,
  type PolicyStatement,
} from '../policy-document.ts';
import type { PairFacts } from './facts.ts';
import type { Pair } from './rules.ts';

export function createPolicy(pair: Pair, facts: PairFacts): PolicyDocument {
  const account = accountIn(facts);
  const everywhere = pair.regions.map((region) => anyCluster(region, account));
  const ours = pair.regions.map((region) => facts[region]?.arn ?? anyCluster(region, account));
  return policyOf([
    ...readStatements(everywhere),
    allow('CreateClusters', ['dsql:CreateCluster', 'dsql:TagResource'], everywhere),
    allow('MakeMultiRegion', ['dsql:PutMultiRegionProperties'], ours),
    {
      ...allow(
        'SetWitness',
        ['dsql:PutWitnessRegion'],
        [...everywhere, anyCluster(pair.witness, account)],
      ),
      Condition: { StringEquals: { 'dsql:WitnessRegion': pair.witness } },
    },
    allow('AddPeers', ['dsql:AddPeerCluster'], ours),
    allow('UpdateClusters', ['dsql:UpdateCluster'], ours),
    allow('RemovePeers', ['dsql:RemovePeerCluster'], [anyCluster('*', account)]),
    roleStatement(account),
  ]);
}

export function destroyPolicy(pair: Pair, facts: PairFacts): PolicyDocument {
  const account = accountIn(facts);
  const everywhere = pair.regions.map((region) => anyCluster(region, account));
  const ours = pair.regions.map((region) => facts[region]?.arn ?? anyCluster(region, account));
  return policyOf([
    ...readStatements(everywhere),
    allow('DeleteClusters', ['dsql:UpdateCluster', 'dsql:DeleteCluster'], ours),
  ]);
}

export function statusPolicy(pair: Pair, facts: PairFacts): PolicyDocument {
  const account = accountIn(facts);
  return policyOf(readStatements(pair.regions.map((region) => anyCluster(region, account))));
}

/** What a policy for `create` cannot name yet. */
export function createNotes(pair: Pair, facts: PairFacts): readonly string[] {
  const unknown = pair.regions.filter((region) => (facts[region] ?? null) === null);
  if (unknown.length === 0) return [];
  return [
    `dsql:AddPeerCluster is granted by the exact ARN of each peer, which AWS gives when it makes the ` +
      `cluster (not yet in ${unknown.join(', ')}). If a run is refused there, print this policy ` +
      `again: it then names the ARN. The next run goes on where the last one ended.`,
  ];
}

function readStatements(clusters: readonly string[]): PolicyStatement[] {
  return [
    allow('ListClusters', ['dsql:ListClusters'], ['*']),
    allow('ReadClusters', ['dsql:GetCluster', 'dsql:ListTagsForResource'], clusters),
  ];
}

/** The first cluster of an account needs the service's own role. */
function roleStatement(account: string): PolicyStatement {
  const role = 'role/aws-service-role/dsql.amazonaws.com/AWSServiceRoleForAuroraDsql';
  return {
    ...allow(
      'FirstClusterOfAccount',
      ['iam:CreateServiceLinkedRole'],
      [`arn:aws:iam::${account}:${role}`],
    ),
    Condition: { StringEquals: { 'iam:AWSServiceName': 'dsql.amazonaws.com' } },
  };
}

function accountIn(facts: PairFacts): string {
  return accountOf(Object.values(facts).find((cluster) => cluster !== null)?.arn);
}

function anyCluster(region: string, account: string): string {
  return `arn:aws:dsql:${region}:${account}:cluster/*`;
}
