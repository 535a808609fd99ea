// What a rule is, and the few words in which rules are written.
import type { Node } from 'libpg-query';
import type { NodeName, NodeNamed, Parsed } from '../parser.ts';

export interface Rule {
  readonly id: string;
  /** In words: what is refused. */
  readonly what: string;
  /** Null: the rule does not apply. Else what it found, which the message may quote as {}. */
  readonly matches: (statement: Parsed) => string | null;
  readonly sqlstate: string;
  readonly message: string;
  /** Who saw this answer, and when; or after which answer it is worded. */
  readonly source: string;
}

/** Answers of a cluster, kept by Dreamescaper/dsql-emulator in test/conformance/golden (MIT). */
export const RECORDED = 'recorded on a cluster, 15 to 18 September 2026 (dsql-emulator, golden)';
/** Protocol of a test run against a cluster in eu-central-1. */
export const RECORDED_23_SEPTEMBER = 'recorded on a cluster, 23 September 2026';
/** awslabs/agent-plugins, limits-and-error-codes.md: "observed on a cluster". */
export const OBSERVED_BY_AWS = 'observed on a cluster by AWS (agent-plugins), September 2026';
export const USER_GUIDE = 'Aurora DSQL user guide, September 2026';

export const notRecorded = (wordedAfter: string): string =>
  `not recorded; worded after "${wordedAfter}"`;

/** The statement, or one inside it, is of this name and passes the test. */
export function statementIs<Name extends NodeName>(
  name: Name,
  find: (node: NodeNamed<Name>, statement: Parsed) => string | boolean | null = () => true,
): Rule['matches'] {
  return (statement) => {
    if (statement.name !== name) return null;
    const found = find(
      (statement.node as Record<string, unknown>)[name] as NodeNamed<Name>,
      statement,
    );
    return found === true ? '' : found === false ? null : found;
  };
}

/** The first that finds something. */
export const anyOf =
  (...finders: readonly Rule['matches'][]): Rule['matches'] =>
  (statement) => {
    for (const finder of finders) {
      const found = finder(statement);
      if (found !== null) return found;
    }
    return null;
  };

/** A called function whose name passes; of pg_catalog, or not qualified. */
export const callsFunction =
  (test: (name: string) => boolean): Rule['matches'] =>
  ({ survey }) =>
    survey.functions.find(test) ?? null;

export const firstOf = <Item>(
  items: readonly Item[] | undefined,
  find: (item: Item) => string | null,
): string | null => {
  for (const item of items ?? []) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
};

/** A number in an option: CACHE 1. */
export function numberOption(options: readonly Node[] | undefined, name: string): number | null {
  for (const option of options ?? []) {
    if (!('DefElem' in option) || option.DefElem.defname !== name) continue;
    const { arg } = option.DefElem;
    if (arg !== undefined && 'Integer' in arg) return arg.Integer.ival ?? 0;
    if (arg !== undefined && 'Float' in arg) return Number(arg.Float.fval);
  }
  return null;
}
