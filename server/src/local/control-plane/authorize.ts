// Asks the caller's policy for each permission that a call needs, and refuses in IAM's words.
// Without a policy everything is allowed.
import { allows, type Need, type PolicyDocument } from './policy.ts';
import { ServiceFault } from './service-fault.ts';

export type Authorize = (needs: readonly Need[]) => void;

/** @returns throws ServiceFault AccessDeniedException for the first need that is not met */
export function authorizer(policy: PolicyDocument | null, userArn: string): Authorize {
  return (needs) => {
    const missing = policy === null ? undefined : needs.find((need) => !allows(policy, need));
    if (missing === undefined) return;
    const { action, resource } = missing;
    throw new ServiceFault(
      'AccessDeniedException',
      `User: ${userArn} is not authorized to perform: ${action} on resource: ${resource} ` +
        `because no identity-based policy allows the ${action} action`,
    );
  };
}

/** The first cluster of an account brings the role that the service itself works with. */
export function serviceLinkedRole(accountId: string): Need {
  return {
    action: 'iam:CreateServiceLinkedRole',
    resource: `arn:aws:iam::${accountId}:role/aws-service-role/dsql.amazonaws.com/AWSServiceRoleForAuroraDsql`,
    context: { 'iam:AWSServiceName': 'dsql.amazonaws.com' },
  };
}
