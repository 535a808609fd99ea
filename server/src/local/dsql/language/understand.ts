// A text to the statements in it: parsed, judged by the rules, rewritten where PostgreSQL needs
// other words. Pure, so that the answer to a text can be kept; drivers send the same few again and
// again.
import type { SelectStmt } from 'libpg-query';
import { isAnalyzed, kindOf } from './kind.ts';
import { takeApart } from './lock.ts';
import { LruCache } from './lru-cache.ts';
import { mayHoldOwnForm, parseOwnForms, type Piece } from './own-forms.ts';
import { parse, syntaxFault, type Parsed } from './parser.ts';
import { rewrite, rewriteIam } from './rewrite.ts';
import { judge, type Judgement } from './rules.ts';
import type { Lock, Statement, SyntaxFault } from './statement.ts';

const CACHED_TEXTS = 2_000;
/** A longer text is one of a kind, such as an INSERT of many rows. */
const CACHED_CHARACTERS = 16_384;

const cache = new LruCache<string, readonly Statement[] | SyntaxFault>(CACHED_TEXTS);

/**
 * The statements of a text, in order; of an empty one a single EMPTY.
 * `ready` must have resolved.
 */
export function understand(sql: string): readonly Statement[] | SyntaxFault {
  const known = cache.get(sql);
  if (known !== undefined) return known;
  const understood = understandAnew(sql);
  if (sql.length <= CACHED_CHARACTERS) cache.set(sql, understood);
  return understood;
}

function understandAnew(sql: string): readonly Statement[] | SyntaxFault {
  try {
    const pieces = (mayHoldOwnForm(sql) ? parseOwnForms(sql) : null) ?? parse(sql);
    if ('fault' in pieces) return pieces;
    return pieces.length === 0 ? [{ ...PLAIN, text: sql }] : pieces.map(statementOf);
  } catch (error) {
    // Nested deeper than this program's stack: nothing of it may pass unread.
    if (error instanceof RangeError) return syntaxFault(error);
    throw error;
  }
}

const PLAIN: Statement = {
  kind: 'EMPTY',
  text: '',
  refusal: null,
  relations: [],
  functions: [],
  parameters: [],
  target: null,
  targets: [],
  verb: null,
  returning: false,
  hasWith: false,
  onConflict: false,
  isSubquerying: false,
  isExplained: false,
  isReadOnly: false,
  lock: null,
  rule: null,
  tag: null,
};

function statementOf(piece: Piece): Statement {
  if (!('survey' in piece)) return { ...PLAIN, kind: 'DDL', ...rewriteIam(piece) };
  const plain = { ...PLAIN, ...facts(piece), kind: kindOf(piece), text: piece.text };
  const judgement = judge(piece);
  if (judgement !== null) return { ...plain, ...judgement };
  const lock = lockOf(piece);
  if (lock !== null && 'refusal' in lock) return { ...plain, ...lock };
  if (lock !== null) return { ...plain, kind: 'LOCK', lock };
  return { ...plain, ...rewrite(piece) };
}

function lockOf({ node }: Parsed): Lock | Judgement | null {
  const lock = 'SelectStmt' in node ? takeApart(node.SelectStmt) : null;
  return lock !== null && 'code' in lock ? { rule: 'lock', refusal: lock } : lock;
}

type Facts = Omit<Statement, 'kind' | 'text' | 'refusal' | 'lock' | 'rule' | 'tag'>;

function facts({ node, survey, inner }: Parsed): Facts {
  const { relations, functions, parameters, writes, nodes } = survey;
  const write = writes.find(({ isNested }) => !isNested) ?? writes[0];
  const isExplained = 'ExplainStmt' in node;
  const written = isExplained && !isAnalyzed(node) ? undefined : write;
  const main = isExplained ? inner[0]?.node : node;
  return {
    relations,
    functions,
    parameters,
    target: written?.relation ?? null,
    targets: written === undefined ? [] : writes.map(({ relation }) => relation),
    verb: written?.verb ?? null,
    returning: returns(main),
    hasWith: nodes.has('WithClause'),
    onConflict: main !== undefined && 'InsertStmt' in main && hasConflictClause(main.InsertStmt),
    isSubquerying: survey.selects.filter(isQuery).length > (main && 'SelectStmt' in main ? 1 : 0),
    isExplained,
    isReadOnly: isReadOnly(node),
  };
}

const hasConflictClause = (insert: { onConflictClause?: unknown }): boolean =>
  insert.onConflictClause !== undefined;

/** Not the bare rows of an INSERT. */
const isQuery = ({ valuesLists }: SelectStmt): boolean => valuesLists === undefined;

function returns(node: Parsed['node'] | undefined): boolean {
  if (node === undefined) return false;
  if ('InsertStmt' in node) return node.InsertStmt.returningClause !== undefined;
  if ('UpdateStmt' in node) return node.UpdateStmt.returningClause !== undefined;
  return 'DeleteStmt' in node && node.DeleteStmt.returningClause !== undefined;
}

/** BEGIN READ ONLY. */
function isReadOnly(node: Parsed['node']): boolean {
  if (!('TransactionStmt' in node)) return false;
  const option = (node.TransactionStmt.options ?? []).findLast(
    (each) => 'DefElem' in each && each.DefElem.defname === 'transaction_read_only',
  );
  return JSON.stringify(option ?? null).includes('"ival":1');
}
