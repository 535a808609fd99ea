// An IAM policy, as it is pasted into the console.

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringEquals: Readonly<Record<string, string>> };
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export function policyOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): PolicyStatement {
  return { Sid, Effect: 'Allow', Action, Resource };
}

/** The account that an ARN belongs to; of none, any: IAM never reaches into another account. */
export function accountOf(arn: string | undefined): string {
  return arn?.split(':')[4] ?? '*';
}
