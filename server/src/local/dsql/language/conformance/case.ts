// One line of the conformance table, and the words in which its lines are written.

export type Expected =
  | {
      readonly outcome: 'OK';
      /** Of CommandComplete. */
      readonly tag: string;
      /** Values of the rows in one list, where they are always the same. */
      readonly values?: readonly unknown[];
    }
  | { readonly outcome: 'ERROR'; readonly sqlstate: string; readonly message: string };

/** What of the local cloud makes it so: its language rules, the transaction's, or PostgreSQL. */
export type Decider = 'LANGUAGE' | 'TRANSACTION' | 'SESSION' | 'POSTGRESQL';

export interface ConformanceCase {
  readonly id: string;
  /** Carried out before it on the same connection, each must succeed unless it is named to fail. */
  readonly before: readonly string[];
  /** Of `before`, the last one fails, so that the transaction is a failed one. */
  readonly afterFailure: boolean;
  readonly statement: string;
  readonly expected: Expected;
  readonly decidedBy: Decider;
  /** Id of the rule that refuses or rewrites it; null: no rule does. */
  readonly rule: string | null;
  readonly source: string;
}

interface Options {
  readonly before?: readonly string[];
  readonly afterFailure?: boolean;
  readonly decidedBy?: Decider;
  readonly rule?: string;
  readonly source?: string;
  readonly values?: readonly unknown[];
}

/** The lines of a chapter share a source. */
export function chapter(chapterSource: string) {
  const line = (
    id: string,
    statement: string,
    expected: Expected,
    options: Options,
  ): ConformanceCase => ({
    id,
    before: options.before ?? [],
    afterFailure: options.afterFailure ?? false,
    statement,
    expected,
    decidedBy: options.decidedBy ?? 'LANGUAGE',
    rule: options.rule ?? null,
    source: options.source ?? chapterSource,
  });
  /** It succeeds with this command tag. */
  const ok = (id: string, statement: string, tag: string, options: Options = {}) => {
    const { values } = options;
    const expected: Expected = { outcome: 'OK', tag, ...(values && { values }) };
    return line(id, statement, expected, { decidedBy: 'POSTGRESQL', ...options });
  };
  /** Something else than a rule of the language refuses it. */
  const fails = (
    id: string,
    statement: string,
    sqlstate: string,
    message: string,
    options: Options = {},
  ) => {
    const expected: Expected = { outcome: 'ERROR', sqlstate, message };
    return line(id, statement, expected, { decidedBy: 'POSTGRESQL', ...options });
  };
  /** A rule refuses it. */
  const refused = (
    rule: string,
    statement: string,
    sqlstate: string,
    message: string,
    options: Options & { readonly id?: string } = {},
  ) =>
    fails(options.id ?? rule, statement, sqlstate, message, {
      rule,
      decidedBy: 'LANGUAGE',
      ...options,
    });
  return { ok, fails, refused };
}
