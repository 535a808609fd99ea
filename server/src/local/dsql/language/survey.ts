// One walk through a parse tree, collecting what statements are told apart by: relations, called
// functions, parameters, written tables, every SELECT. Names of WITH queries are in scope only
// where PostgreSQL has them in scope, so that a table of the same name is not missed.
import type { SelectStmt } from 'libpg-query';
import type { Relation } from './statement.ts';

export interface Write {
  readonly verb: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly relation: Relation;
  /** Inside a WITH query. */
  readonly isNested: boolean;
}

export interface Survey {
  readonly relations: readonly Relation[];
  readonly functions: readonly string[];
  readonly parameters: readonly number[];
  readonly writes: readonly Write[];
  /** Every SELECT, the outermost first. */
  readonly selects: readonly SelectStmt[];
  /** Names of all kinds of nodes met: 'RangeTableSample', 'SubLink', … */
  readonly nodes: ReadonlySet<string>;
}

type Tree = Readonly<Record<string, unknown>>;
type Scope = ReadonlySet<string>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a String node; null for anything else. */
export function stringOf(node: unknown): string | null {
  const string = isTree(node) ? node['String'] : null;
  const value = isTree(string) ? string['sval'] : null;
  return typeof value === 'string' ? value : null;
}

/** A dotted name: its parts. */
export const nameParts = (names: unknown): string[] =>
  Array.isArray(names) ? names.flatMap((name) => stringOf(name) ?? []) : [];

/** @param root a node with its name: { SelectStmt: … } */
export function survey(root: unknown): Survey {
  const surveyor = new Surveyor();
  surveyor.visit(root, new Set());
  return surveyor.result();
}

const WRITES = { InsertStmt: 'INSERT', UpdateStmt: 'UPDATE', DeleteStmt: 'DELETE' } as const;
const isWrite = (name: string): name is keyof typeof WRITES => Object.hasOwn(WRITES, name);

class Surveyor {
  readonly #relations = new Map<string, Relation>();
  readonly #functions = new Set<string>();
  readonly #parameters = new Set<number>();
  readonly #writes: Write[] = [];
  readonly #selects: SelectStmt[] = [];
  readonly #nodes = new Set<string>();
  #depth = 0;

  result(): Survey {
    return {
      relations: [...this.#relations.values()],
      functions: [...this.#functions],
      parameters: [...this.#parameters].sort((left, right) => left - right),
      writes: this.#writes,
      selects: this.#selects,
      nodes: this.#nodes,
    };
  }

  visit(value: unknown, scope: Scope): void {
    if (Array.isArray(value)) {
      for (const each of value) this.visit(each, scope);
      return;
    }
    if (!isTree(value)) return;
    this.#note(value, scope);
    const inner = this.#withQueries(value['withClause'], scope);
    for (const [key, child] of Object.entries(value)) {
      // A locking clause names aliases, not tables; the WITH queries are done.
      if (key === 'lockingClause' || key === 'withClause') continue;
      if (/^[A-Z]/.test(key)) this.#nodes.add(key);
      if (isWrite(key)) this.#write(key, child);
      this.visit(key === 'CreateFunctionStmt' ? withoutName(child) : child, inner);
    }
  }

  #note(tree: Tree, scope: Scope): void {
    const relation = relationOf(tree);
    if (relation !== null && !(relation.schema === null && scope.has(relation.name))) {
      this.#add(relation);
    }
    if (Array.isArray(tree['funcname'])) this.#functions.add(functionName(tree['funcname']));
    const parameter = tree['ParamRef'];
    if (isTree(parameter)) this.#parameters.add(Number(parameter['number'] ?? 0));
    if ('limitOption' in tree) this.#selects.push(tree);
  }

  #write(name: keyof typeof WRITES, node: unknown): void {
    const relation = relationOf(isTree(node) ? node['relation'] : null);
    if (relation === null) return;
    // What is written to is a table even where a WITH query has its name.
    this.#add(relation);
    this.#writes.push({ verb: WRITES[name], relation, isNested: this.#depth > 0 });
  }

  #add(relation: Relation): void {
    this.#relations.set(JSON.stringify([relation.schema, relation.name]), relation);
  }

  #withQueries(clause: unknown, scope: Scope): Scope {
    if (!isTree(clause) || !Array.isArray(clause['ctes'])) return scope;
    this.#nodes.add('WithClause');
    const queries = clause['ctes'].flatMap((each: unknown) =>
      isTree(each) && isTree(each['CommonTableExpr']) ? [each['CommonTableExpr']] : [],
    );
    const names = queries.map((query) => String(query['ctename']));
    const all = new Set([...scope, ...names]);
    this.#depth += 1;
    for (const [at, query] of queries.entries()) {
      const earlier = new Set([...scope, ...names.slice(0, at)]);
      this.visit(query['ctequery'], clause['recursive'] === true ? all : earlier);
    }
    this.#depth -= 1;
    return all;
  }
}

export function relationOf(tree: unknown): Relation | null {
  if (!isTree(tree) || typeof tree['relname'] !== 'string') return null;
  const schema = tree['schemaname'];
  return { schema: typeof schema === 'string' ? schema : null, name: tree['relname'] };
}

function functionName(names: readonly unknown[]): string {
  const parts = nameParts(names);
  return (parts[0] === 'pg_catalog' ? parts.slice(1) : parts).join('.');
}

/** The name of a function that is made is not a call. */
function withoutName(node: unknown): unknown {
  return isTree(node) ? { ...node, funcname: null } : node;
}
