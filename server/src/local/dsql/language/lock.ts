// A locking SELECT taken apart. PostgreSQL would take row locks and wait for them; Aurora DSQL
// reads, and compares the rows at COMMIT. So the gateway reads without the clause, and asks which
// rows of which table the clause meant.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-concurrency-control.html
import type { LockingClause, Node, SelectStmt } from 'libpg-query';
import { deparseSync } from 'pgsql-deparser';
import type { Refusal } from '../wire/write.ts';
import { fromItems, type FromItem } from './from-items.ts';
import { parse } from './parser.ts';
import { survey } from './survey.ts';
import type { Lock, LockStrength, LockedRows } from './statement.ts';

/**
 * Null: not a locking SELECT, or one that PostgreSQL itself refuses, without taking a lock.
 * @param select the outermost
 */
export function takeApart(select: SelectStmt): Lock | Refusal | null {
  if ((select.lockingClause ?? []).length === 0 || cannotLock(select)) return null;
  const items = fromItems(select);
  const strengths = lockedItems(select, items);
  if (strengths === null) return null;
  const refusal = [...strengths.keys()].map(itemRefusal).find((each) => each !== null);
  if (refusal !== undefined) return refusal;
  return describe(select, strengths);
}

function describe(
  select: SelectStmt,
  strengths: ReadonlyMap<FromItem, LockStrength>,
): Lock | Refusal {
  const unlocked = without(select, 'lockingClause');
  const readText = textOf(unlocked);
  const rows = [...strengths].flatMap(([{ relation, alias }, strength]): LockedRows[] => {
    const text = textOf(rowsOf(unlocked, alias));
    if (relation === null || text === null) return [];
    return [{ relation, alias, strength, text, parameters: parametersOf(text) }];
  });
  if (readText === null || rows.length < strengths.size) return NOT_TAKEN_APART;
  const strength = [...strengths.values()].includes('UPDATE') ? 'UPDATE' : 'KEY_SHARE';
  return { strength, readText, rows };
}

/** Every locked item with its strength; the stronger of two. Null: PostgreSQL refuses the clause. */
function lockedItems(
  select: SelectStmt,
  items: readonly FromItem[],
): Map<FromItem, LockStrength> | null {
  const locked = new Map<FromItem, LockStrength>();
  for (const clause of clausesOf(select)) {
    const strength = clause.strength === 'LCS_FORKEYSHARE' ? 'KEY_SHARE' : 'UPDATE';
    const meant = itemsOf(clause, items);
    if (meant === null) return null;
    for (const item of meant) {
      if (locked.get(item) !== 'UPDATE') locked.set(item, strength);
    }
  }
  return locked;
}

function itemsOf(clause: LockingClause, items: readonly FromItem[]): readonly FromItem[] | null {
  const named = clause.lockedRels;
  if (named === undefined) return items.filter(({ isLockable }) => isLockable);
  const found = named.map((each) => {
    const alias = 'RangeVar' in each ? each.RangeVar.relname : undefined;
    return items.find((item) => item.alias === alias && item.isLockable);
  });
  return found.includes(undefined) ? null : found.filter((item) => item !== undefined);
}

export const clausesOf = (select: SelectStmt): readonly LockingClause[] =>
  (select.lockingClause ?? []).flatMap((each) =>
    'LockingClause' in each ? [each.LockingClause] : [],
  );

const NOT_TAKEN_APART: Refusal = {
  code: '0A000',
  message: 'this locking SELECT cannot be taken apart by the local Aurora DSQL',
};

function itemRefusal({ relation, isNullable, isHidden }: FromItem): Refusal | null {
  if (relation === null) return lockRefusal('of a subquery in FROM');
  if (isHidden) return lockRefusal('of a join with an alias');
  if (!isNullable) return null;
  const message = 'FOR UPDATE cannot be applied to the nullable side of an outer join';
  return { code: '0A000', message };
}

const lockRefusal = (what: string): Refusal => ({
  code: '0A000',
  message: `a locking clause ${what} is not supported by the local Aurora DSQL`,
});

const AGGREGATES =
  /^(count|sum|avg|min|max|every|bool_(and|or)|bit_(and|or|xor)|(array|string|range|range_intersect|jsonb?(_object)?|xml)_?agg.*|any_value|corr|covar_.*|regr_.*|stddev.*|var(iance|_.*)|mode|percentile_.*)$/;

/** Distinct, grouped, combined: PostgreSQL refuses these before it takes any lock. */
function cannotLock(select: SelectStmt): boolean {
  const { distinctClause, groupClause, havingClause, windowClause, op, valuesLists } = select;
  if (op !== 'SETOP_NONE' || valuesLists !== undefined) return true;
  if ((distinctClause ?? groupClause ?? windowClause ?? havingClause) !== undefined) return true;
  const outputs = survey({ ResTargets: select.targetList ?? [] });
  return outputs.functions.some((name) => AGGREGATES.test(name));
}

/**
 * The same rows with one column, the whole row as text. With LIMIT the rows that are chosen depend
 * on the order, and the order on the columns; without it both are dropped.
 */
function rowsOf(select: SelectStmt, alias: string): SelectStmt {
  const rowText = (name: string): Node => ({ ResTarget: { name, val: wholeRowAsText(alias) } });
  if (select.limitCount === undefined && select.limitOffset === undefined) {
    return { ...without(select, 'sortClause'), targetList: [rowText('row_text')] };
  }
  const inner = { ...select, targetList: [...(select.targetList ?? []), rowText(INNER_NAME)] };
  const column = { ColumnRef: { fields: ['locked_rows', INNER_NAME].map(nameNode) } };
  return {
    targetList: [{ ResTarget: { name: 'row_text', val: column } }],
    fromClause: [
      { RangeSubselect: { subquery: { SelectStmt: inner }, alias: { aliasname: 'locked_rows' } } },
    ],
    limitOption: 'LIMIT_OPTION_DEFAULT',
    op: 'SETOP_NONE',
  };
}

const without = (select: SelectStmt, clause: keyof SelectStmt): SelectStmt =>
  Object.fromEntries(Object.entries(select).filter(([key]) => key !== clause));

/** `alias.*`, not `alias`: a column may have the table's name. */
const wholeRowAsText = (alias: string): Node => ({
  TypeCast: {
    arg: { ColumnRef: { fields: [nameNode(alias), { A_Star: {} }] } },
    typeName: { names: [nameNode('text')], typemod: -1 },
  },
});

/** No column of the SELECT has it. */
const INNER_NAME = 'worldseat_locked_row';

const nameNode = (sval: string): Node => ({ String: { sval } });

function parametersOf(text: string): readonly number[] {
  const parsed = parse(text);
  return 'fault' in parsed ? [] : (parsed[0]?.survey.parameters ?? []);
}

/** Null when the text would not be read back as the same statement. */
function textOf(select: SelectStmt): string | null {
  const node: Node = { SelectStmt: select };
  const text = deparseSync(node, { pretty: false });
  const parsed = parse(text);
  if ('fault' in parsed || parsed.length !== 1) return null;
  return withoutPlaces(parsed[0]?.node) === withoutPlaces(node) ? text : null;
}

/** Where in the text a node was, not what it is. */
const PLACE = /location$|list_(start|end)$/;

const withoutPlaces = (node: unknown): string =>
  JSON.stringify(node, (key, value: unknown) => (PLACE.test(key) ? undefined : value));
