// PostgreSQL's own grammar (libpg-query, WASM): a text to its statements. The grammar is that of
// PostgreSQL 18; what 16 does not have is refused by 16 itself, behind us.
import {
  hasSqlDetails,
  loadModule,
  parseSync,
  scanSync,
  type Node,
  type ScanToken,
} from 'libpg-query';
import { survey, type Survey } from './survey.ts';
import type { SyntaxFault } from './statement.ts';

/** Resolved: the parser is loaded, and everything else here is synchronous. */
export const ready: Promise<void> = loadModule();

type NameOf<Any> = Any extends object ? keyof Any : never;
/** 'SelectStmt', 'TruncateStmt', … */
export type NodeName = NameOf<Node>;
export type NodeNamed<Name extends NodeName> =
  Extract<Node, Record<Name, unknown>> extends infer Found
    ? Found extends Record<Name, infer Body>
      ? Body
      : never
    : never;

/** A statement as the rules see it. */
export interface Parsed {
  readonly name: NodeName;
  readonly node: Node;
  /** As written, without DSQL's own words. */
  readonly text: string;
  /** It was written with ASYNC. */
  readonly isAsync: boolean;
  readonly survey: Survey;
  /** Statements inside: of EXPLAIN, of CREATE SCHEMA, of an SQL function's body. */
  readonly inner: readonly Parsed[];
}

/** @param isAsync every statement of the text was written with ASYNC */
export function parse(sql: string, isAsync = false): readonly Parsed[] | SyntaxFault {
  if (sql.trim() === '') return [];
  try {
    const statements = parseSync(sql).stmts ?? [];
    const bytes = statements.length > 1 ? Buffer.from(sql) : null;
    return statements.flatMap(({ stmt, stmt_location: from = 0, stmt_len: size }) => {
      if (stmt === undefined) return [];
      const end = size === undefined ? undefined : from + size;
      const text = bytes === null ? sql : bytes.toString('utf8', from, end).trim();
      return [parsed(stmt, text, isAsync)];
    });
  } catch (error) {
    return syntaxFault(error);
  }
}

/** The words of a text by PostgreSQL's scanner, without comments; none where it cannot be cut. */
export function words(sql: string): readonly ScanToken[] {
  try {
    // The scanner's answer is no valid JSON when a string holds one of these.
    const { tokens } = scanSync(sql.replaceAll(CONTROL_CHARACTERS, ' '));
    return tokens.filter(({ tokenName }) => !tokenName.endsWith('COMMENT'));
  } catch {
    return []; // The parser says what is wrong with it.
  }
}

const CONTROL_CHARACTERS = /(?![\n\r\t])(?=\p{ASCII})\p{Cc}/gu;

function parsed(node: Node, text: string, isAsync: boolean): Parsed {
  const name = Object.keys(node)[0] as NodeName;
  return { name, node, text, isAsync, survey: survey(node), inner: innerStatements(node, text) };
}

function innerStatements(node: Node, text: string): readonly Parsed[] {
  if ('ExplainStmt' in node) {
    const { query } = node.ExplainStmt;
    return query === undefined ? [] : [parsed(query, text, false)];
  }
  if ('CreateSchemaStmt' in node) {
    return (node.CreateSchemaStmt.schemaElts ?? []).map((each) => parsed(each, text, false));
  }
  if (!('CreateFunctionStmt' in node)) return [];
  // A body that does not parse gets PostgreSQL's own error; so does one in another language.
  const body = functionOption(node.CreateFunctionStmt.options, 'as');
  const statements = body === null ? [] : parse(body);
  return 'fault' in statements ? [] : statements;
}

/** 'language', 'as', … of CREATE FUNCTION, where it is one string. */
export function functionOption(options: readonly Node[] | undefined, name: string): string | null {
  for (const option of options ?? []) {
    if (!('DefElem' in option) || option.DefElem.defname !== name) continue;
    const { arg } = option.DefElem;
    if (arg === undefined) return null;
    if ('String' in arg) return arg.String.sval ?? null;
    const first = 'List' in arg ? arg.List.items?.[0] : undefined;
    return first !== undefined && 'String' in first ? (first.String.sval ?? null) : null;
  }
  return null;
}

/** As PostgreSQL says it of its own stack. */
const TOO_DEEP = { code: '54001', message: 'stack depth limit exceeded' };

export function syntaxFault(error: unknown): SyntaxFault {
  if (error instanceof RangeError) return { fault: 'SYNTAX', refusal: TOO_DEEP, position: null };
  const details = hasSqlDetails(error) ? error.sqlDetails : undefined;
  const message = details?.message ?? (error instanceof Error ? error.message : String(error));
  const at = details?.cursorPosition ?? -1;
  return {
    fault: 'SYNTAX',
    refusal: { code: '42601', message },
    position: at < 0 ? null : at + 1,
  };
}
