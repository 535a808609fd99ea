// What stands in a SELECT's FROM, as far as a locking clause may mean it: PostgreSQL locks tables
// and looks into subqueries, and passes over WITH queries, functions and VALUES.
import type { Node, SelectStmt } from 'libpg-query';
import type { Relation } from './statement.ts';
import { isTree, relationOf } from './survey.ts';

export interface FromItem {
  /** By which the SELECT names it; its own name where it has no other. */
  readonly alias: string;
  /** Null: a subquery. */
  readonly relation: Relation | null;
  readonly isLockable: boolean;
  /** An outer join may put NULLs in its place. */
  readonly isNullable: boolean;
  /** A join around it has an alias, so that its own cannot be named. */
  readonly isHidden: boolean;
}

interface Place {
  readonly isNullable: boolean;
  readonly isHidden: boolean;
}

export function fromItems(select: SelectStmt): readonly FromItem[] {
  const place = { isNullable: false, isHidden: false };
  const withNames = withQueryNames(select);
  return (select.fromClause ?? []).flatMap((node) => itemsOf(node, place, withNames));
}

function itemsOf(node: Node, place: Place, withNames: ReadonlySet<string>): FromItem[] {
  if ('RangeVar' in node) {
    const relation = relationOf(node.RangeVar);
    if (relation === null) return [];
    const alias = node.RangeVar.alias?.aliasname ?? relation.name;
    const isLockable = !(relation.schema === null && withNames.has(relation.name));
    return [{ alias, relation, isLockable, ...place }];
  }
  if ('RangeSubselect' in node) {
    const { alias, subquery } = node.RangeSubselect;
    const isValues = isTree(subquery) && JSON.stringify(subquery).includes('"valuesLists"');
    return [{ alias: alias?.aliasname ?? '', relation: null, isLockable: !isValues, ...place }];
  }
  if (!('JoinExpr' in node)) return [];
  const { jointype, larg, rarg, alias } = node.JoinExpr;
  const isHidden = place.isHidden || alias !== undefined;
  const side = (child: Node | undefined, outer: readonly string[]): FromItem[] => {
    const isNullable = place.isNullable || outer.includes(jointype ?? '');
    return child === undefined ? [] : itemsOf(child, { isNullable, isHidden }, withNames);
  };
  return [...side(larg, ['JOIN_RIGHT', 'JOIN_FULL']), ...side(rarg, ['JOIN_LEFT', 'JOIN_FULL'])];
}

const withQueryNames = ({ withClause }: SelectStmt): ReadonlySet<string> =>
  new Set(
    (withClause?.ctes ?? []).flatMap((each) =>
      'CommonTableExpr' in each ? [each.CommonTableExpr.ctename ?? ''] : [],
    ),
  );
