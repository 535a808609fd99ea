// What the parts of one session share: the conversation, what the client has prepared, and the
// gateway's settings. Statements are treated by functions over this and the open transaction.
import type { Catalog } from '../catalog/catalog.ts';
import type { Table } from '../catalog/tables.ts';
import type { ApplyStatements } from '../conflicts/apply.ts';
import type { TableChange } from '../conflicts/write-set.ts';
import type { CommitDesk } from './commit-desk.ts';
import type { Relation, Statement } from '../language/index.ts';
import type { Limits } from '../limits.ts';
import { parametersOf, NO_PARAMETERS } from '../wire/bind.ts';
import type { Frame } from '../wire/frame.ts';
import { executeMessage } from '../wire/read.ts';
import { errorResponse, type Refusal } from '../wire/write.ts';
import { firstPiece } from './held-rows.ts';
import type { Invocation, Line } from './line.ts';
import { POISON, SYNC } from './own-statements.ts';
import type { Bound, Prepared } from './prepared.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

export type ConflictMode = 'commit' | 'native';

export interface Context {
  readonly line: Line;
  readonly prepared: Prepared;
  readonly catalog: Catalog;
  readonly applied: ApplyStatements;
  readonly conflicts: ConflictMode;
  /** Whether FOR UPDATE counts as a write: false only to show that a test would notice. */
  readonly adjudicateLocks: boolean;
  readonly limits: Limits;
  /** Where every writing COMMIT of this Region passes. */
  readonly commits: CommitDesk;
}

/** Tells the client, and puts PostgreSQL's transaction into the failed state. @returns false */
export async function refuse(
  { line }: Context,
  transaction: Transaction | null,
  refusal: Refusal,
): Promise<false> {
  if (transaction !== null && !transaction.failed) {
    const opening = line.opening(transaction);
    await line.collect([POISON], opening);
    transaction.failed = true;
  }
  line.client.write(errorResponse(refusal));
  return false;
}

/** Tables that a statement names; an unqualified name may mean several. */
export function tablesNamed({ catalog }: Context, relations: readonly Relation[]): Table[] {
  return relations.flatMap(({ schema, name }) =>
    catalog.named(name).filter((table) => schema === null || table.schema === schema),
  );
}

/** Whether what the statement reads may differ from the database by what was written before. */
export function readsOwnWrites(
  context: Context,
  { writes }: Transaction,
  statement: Statement,
): boolean {
  if (writes.isEmpty) return false;
  const { relations } = statement;
  const named = tablesNamed(context, relations);
  // A view, perhaps: it may show anything.
  const unknown = relations.some(
    ({ schema, name }) => !isSystem(schema, name) && context.catalog.named(name).length === 0,
  );
  return unknown || named.some((table) => writes.changesTable(table) || table.hasForeignKey);
}

const isSystem = (schema: string | null, name: string): boolean =>
  schema === 'pg_catalog' || schema === 'information_schema' || name.startsWith('pg_');

/** Messages that put changes into the database; those that prepare them run in a step of their own. */
export async function applying(
  { applied, catalog, line }: Context,
  transaction: Transaction,
  changes: readonly TableChange[],
): Promise<Buffer[]> {
  // Another client may change the schema while this one waits.
  const { version } = catalog;
  const preparing = applied.prepare(changes, version);
  if (preparing.length > 0) await line.collect([...preparing, SYNC], line.opening(transaction));
  return applied.run(changes, version);
}

/** The portal of the last Execute of a segment. */
export function portalOf({ prepared }: Context, segment: Segment): Bound | undefined {
  const execute = segment.frames.findLast(({ type }) => type === 'E');
  return execute && prepared.portal(executeMessage(execute).portal);
}

/** The last statement that a segment executes, as the client called it. */
export function invocationOf(context: Context, segment: Segment): Invocation | null {
  const [statement] = segment.statements;
  if (segment.simple) {
    if (statement === undefined) return null;
    return { sql: statement.text, types: [], parameters: NO_PARAMETERS };
  }
  const bound = portalOf(context, segment);
  if (bound?.prepared == null) return null;
  const { sql, types } = bound.prepared;
  return { sql, types, parameters: parametersOf(bound.bind) };
}

/** Gives the client an answer, or as much of it as it asked for. */
export function answerInPieces(
  context: Context,
  segment: Segment,
  frames: readonly Frame[],
  tag: string | null = null,
): void {
  const { now, later } = firstPiece(frames, segment.maxRows);
  const bound = portalOf(context, segment);
  if (bound !== undefined) bound.held = later;
  context.line.answer(now, tag);
}
