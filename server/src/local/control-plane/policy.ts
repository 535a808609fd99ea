// The caller's permissions: an IAM policy document of Allow statements, and who is told what when no
// statement allows a call. A small, strict part of IAM: what it does not know it refuses to load.

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  /** Patterns: * is any text, ? is any character. */
  readonly Resource: string | readonly string[];
  readonly Condition?: {
    readonly StringEquals: Readonly<Record<string, string | readonly string[]>>;
  };
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** What a call needs: one action on one resource. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** The statement must name the resource itself; a pattern does not do. */
  readonly isExact?: boolean;
  /** Condition keys of the call, as in dsql:WitnessRegion. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The policy has parts that this model of IAM does not know. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'POLICY';
}

/** @throws PolicyError naming the first part that is not understood */
export function checkPolicy({ Statement: statements }: PolicyDocument): void {
  for (const statement of statements) {
    // Documents come from files and clients: their types are a promise only.
    const { Effect: effect } = statement as { Effect: string };
    if (effect !== 'Allow') throw new PolicyError(`Only Effect Allow is known, not ${effect}`);
    const unknown = Object.keys(statement).find((name) => !STATEMENT_MEMBERS.includes(name));
    if (unknown !== undefined) throw new PolicyError(`Statements with ${unknown} are not known`);
    const operator = Object.keys(statement.Condition ?? {}).find((name) => name !== 'StringEquals');
    if (operator !== undefined) throw new PolicyError(`The condition ${operator} is not known`);
  }
}

const STATEMENT_MEMBERS = ['Sid', 'Effect', 'Action', 'Resource', 'Condition'];

export function allows(policy: PolicyDocument, need: Need): boolean {
  return policy.Statement.some(
    (statement) =>
      list(statement.Action).some((pattern) => matches(pattern, need.action, 'i')) &&
      list(statement.Resource).some((pattern) => fits(pattern, need)) &&
      Object.entries(statement.Condition?.StringEquals ?? {}).every(([key, allowed]) =>
        list(allowed).includes(need.context?.[key] ?? ''),
      ),
  );
}

function fits(pattern: string, { resource, isExact = false }: Need): boolean {
  return isExact ? pattern === resource : matches(pattern, resource, '');
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function matches(pattern: string, text: string, flags: '' | 'i'): boolean {
  // Neighbouring stars mean one; without this, they would make matching slow.
  const parts = pattern.replace(/\*+/g, '*').split(/([*?])/);
  const source = parts.map((part) => WILDCARDS[part] ?? part.replace(/[\\^$.|+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${source.join('')}$`, `s${flags}`).test(text);
}

const WILDCARDS: Readonly<Record<string, string>> = { '*': '.*', '?': '.' };
