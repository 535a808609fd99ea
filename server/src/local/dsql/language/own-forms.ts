// The statements that only Aurora DSQL has: CREATE INDEX ASYNC, ALTER TABLE ASYNC … VALIDATE
// CONSTRAINT, AWS IAM GRANT and REVOKE. They are found by PostgreSQL's own scanner, so a word in a
// comment, a string or a quoted name is never taken for one of them.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-create-index-async.html
import type { ScanToken } from 'libpg-query';
import { parse, words, type Parsed } from './parser.ts';
import type { SyntaxFault } from './statement.ts';

/** AWS IAM GRANT role TO 'arn'; its REVOKE has FROM. */
export interface IamStatement {
  readonly verb: 'GRANT' | 'REVOKE';
  readonly role: string;
  readonly arn: string;
}

export type Piece = Parsed | IamStatement;

/** Cheap, and true of every text that can hold one of the forms. */
export const mayHoldOwnForm = (sql: string): boolean => /\basync\b|\baws\b/i.test(sql);

/** null: the text holds none of the forms. */
export function parseOwnForms(sql: string): readonly Piece[] | SyntaxFault | null {
  const statements = splitStatements(sql);
  if (!statements.some(isOwnForm)) return null;
  const pieces: Piece[] = [];
  for (const tokens of statements) {
    const parsed = parsePiece(sql, tokens);
    if ('fault' in parsed) return parsed;
    pieces.push(...parsed);
  }
  return pieces;
}

function parsePiece(sql: string, tokens: readonly ScanToken[]): readonly Piece[] | SyntaxFault {
  const iam = iamStatement(tokens);
  if (iam !== null) return [iam];
  const bytes = Buffer.from(sql);
  const from = tokens[0]?.start ?? 0;
  const end = tokens.at(-1)?.end ?? 0;
  const async = tokens[asyncAt(tokens)];
  if (async === undefined) return parse(bytes.toString('utf8', from, end));
  const text = bytes.toString('utf8', from, async.start) + bytes.toString('utf8', async.end, end);
  const parsed = parse(text, true);
  // PostgreSQL never sees the word, so it must not say where in the shorter text the fault is.
  return 'fault' in parsed ? { ...parsed, position: null } : parsed;
}

function splitStatements(sql: string): ScanToken[][] {
  const statements: ScanToken[][] = [[]];
  for (const token of words(sql)) {
    if (token.text === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter(({ length }) => length > 0);
}

const isOwnForm = (tokens: readonly ScanToken[]): boolean =>
  asyncAt(tokens) !== -1 || iamStatement(tokens) !== null;

/** A table may be named async: then what follows is an action, not a name. */
const VALIDATE_ASYNC =
  /^ALTER TABLE ASYNC (IF EXISTS )?(ONLY )?\S+( \. \S+)*( \*)? VALIDATE CONSTRAINT /;

/** Where the word ASYNC is in `CREATE [UNIQUE] INDEX ASYNC` or `ALTER TABLE ASYNC name VALIDATE`. */
function asyncAt(tokens: readonly ScanToken[]): number {
  const said = tokens.map(({ text }) => text.toUpperCase().replaceAll(/\s/g, '_')).join(' ');
  if (/^CREATE INDEX ASYNC /.test(said)) return 2;
  if (/^CREATE UNIQUE INDEX ASYNC /.test(said)) return 3;
  return VALIDATE_ASYNC.test(said) ? 2 : -1;
}

function iamStatement(tokens: readonly ScanToken[]): IamStatement | null {
  const [aws, iam, verb, role, preposition, arn, more] = tokens;
  const said = [aws, iam, verb, preposition].map((token) => token?.text.toUpperCase()).join(' ');
  const isGrant = said === 'AWS IAM GRANT TO';
  if (!isGrant && said !== 'AWS IAM REVOKE FROM') return null;
  if (role === undefined || arn?.tokenName !== 'SCONST' || more !== undefined) return null;
  return {
    verb: isGrant ? 'GRANT' : 'REVOKE',
    role: identifier(role.text),
    arn: unquoted(arn.text),
  };
}

const identifier = (text: string): string =>
  text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text.toLowerCase();

const unquoted = (text: string): string => text.slice(1, -1).replaceAll("''", "'");
