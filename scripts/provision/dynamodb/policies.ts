// The IAM policies of `provision dynamodb`, by the documentation of global tables: making a replica
// takes rights on the items too, because DynamoDB copies them in the caller's name.
import { accountOf, allow, policyOf, type PolicyDocument } from '../policy-document.ts';
import type { TablesFacts } from './facts.ts';
import { tablesOf, type GlobalTablesPlan } from './rules.ts';

const ITEMS = ['Query', 'Scan', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

export function createPolicy(plan: GlobalTablesPlan, facts: TablesFacts): PolicyDocument {
  const { home, others, everywhere, role } = resourcesOf(plan, facts);
  return policyOf([
    ...readStatements(everywhere),
    allow('CreateTables', dynamo('CreateTable', 'TagResource', 'UpdateTable'), home),
    allow('CreateReplicas', dynamo('CreateTable', 'CreateTableReplica', ...ITEMS), others),
    ...(plan.witness === null
      ? []
      : [allow('CreateWitness', dynamo('CreateGlobalTableWitness'), everywhere)]),
    {
      ...allow('FirstGlobalTableOfAccount', ['iam:CreateServiceLinkedRole'], [role]),
      Condition: {
        StringEquals: { 'iam:AWSServiceName': 'replication.dynamodb.amazonaws.com' },
      },
    },
  ]);
}

export function destroyPolicy(plan: GlobalTablesPlan, facts: TablesFacts): PolicyDocument {
  const { home, others, everywhere } = resourcesOf(plan, facts);
  return policyOf([
    ...readStatements(everywhere),
    allow('DeleteTables', dynamo('UpdateTable', 'DeleteTable'), home),
    allow('DeleteReplicas', dynamo('DeleteTable', 'DeleteTableReplica'), others),
    ...(plan.witness === null
      ? []
      : [allow('DeleteWitness', dynamo('DeleteGlobalTableWitness'), everywhere)]),
  ]);
}

export function statusPolicy(plan: GlobalTablesPlan, facts: TablesFacts): PolicyDocument {
  return policyOf(readStatements(resourcesOf(plan, facts).everywhere));
}

function readStatements(tables: readonly string[]) {
  return [allow('ReadTables', dynamo('DescribeTable', 'ListTagsOfResource'), tables)];
}

function dynamo(...names: readonly string[]): readonly string[] {
  return names.map((name) => `dynamodb:${name}`);
}

function resourcesOf({ regions, witness, prefix }: GlobalTablesPlan, facts: TablesFacts) {
  const known = Object.values(facts).find((table) => (table?.arn ?? '') !== '');
  const account = accountOf(known?.arn);
  const names = Object.keys(tablesOf(prefix));
  const within = (region: string) =>
    names.map((name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`);
  const [first = '', ...rest] = regions.map(({ region }) => region);
  const others = rest.flatMap(within);
  const role =
    'aws-service-role/replication.dynamodb.amazonaws.com/AWSServiceRoleForDynamoDBReplication';
  return {
    home: within(first),
    others,
    everywhere: [...within(first), ...others, ...(witness === null ? [] : within(witness))],
    role: `arn:aws:iam::${account}:role/${role}`,
  };
}
