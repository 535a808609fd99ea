// How statements match: wildcards, case, exactness, conditions.
import { describe, expect, it } from 'vitest';
import { allows, type Need, type PolicyStatement } from './policy.ts';

const NEED: Need = { action: 'dsql:GetCluster', resource: 'arn:aws:dsql:us-east-1:1:cluster/abc' };

function isAllowed(statement: Partial<PolicyStatement>, need: Partial<Need> = {}): boolean {
  const full = { Effect: 'Allow' as const, Action: '*', Resource: '*', ...statement };
  return allows({ Version: '2012-10-17', Statement: [full] }, { ...NEED, ...need });
}

describe('a policy', () => {
  it.each<[boolean, Partial<PolicyStatement>, Partial<Need>?]>([
    [true, {}],
    [true, { Action: 'dsql:getcluster' }],
    [true, { Action: ['dsql:Put*', 'dsql:Get*'] }],
    [true, { Resource: 'arn:aws:dsql:*:?:cluster/a*c' }],
    [true, { Resource: ['x', NEED.resource] }],
    [false, { Action: 'dsql:GetClusterPolicy' }],
    [false, { Action: 'xdsql:GetCluster' }],
    [false, { Resource: 'arn:aws:dsql:us-east-1:1:cluster/ABC' }],
    [false, { Resource: 'arn.aws.dsql:*' }],
    [false, {}, { isExact: true }],
    [true, { Resource: NEED.resource }, { isExact: true }],
    [false, { Condition: { StringEquals: { key: 'a' } } }],
    [true, { Condition: { StringEquals: { key: ['b', 'a'] } } }, { context: { key: 'a' } }],
  ])('says %s to %j of %j', (expected, statement, need) => {
    expect(isAllowed(statement, need)).toBe(expected);
  });

  it('without statements allows nothing', () => {
    expect(allows({ Version: '2012-10-17', Statement: [] }, NEED)).toBe(false);
  });
});
