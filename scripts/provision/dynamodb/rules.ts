// The rules of the global tables: what is the next step, given what exists. Every table is made in
// the first Region, then replicated: EVENTUAL one Region at a time, STRONG to all in one call, while
// it is empty. Pure.
import { unexpected } from '../fault.ts';
import type { Step } from '../program.ts';
import { TAG } from '../tag.ts';
import {
  keySchema,
  TABLE_KEYS,
  tableNames,
  type TableNames,
} from '../../../server/src/engines/dynamodb/table-names.ts';
import type { TableFacts, TablesFacts } from './facts.ts';

export interface GlobalTablesPlan {
  readonly name: string;
  readonly regions: readonly { readonly region: string; readonly endpoint: string | null }[];
  readonly consistency: 'EVENTUAL' | 'STRONG';
  /** STRONG with two Regions: the third. */
  readonly witness: string | null;
  readonly prefix: string;
}

interface Table {
  readonly name: string;
  readonly facts: TableFacts;
}

/** Name → keys, of every table. */
export function tablesOf(prefix: string): Readonly<Record<string, readonly string[]>> {
  const names = tableNames(prefix);
  const entries = Object.keys(TABLE_KEYS) as (keyof TableNames)[];
  return Object.fromEntries(entries.map((table) => [names[table], TABLE_KEYS[table]]));
}

/** @throws ProvisionFault when a table cannot become one of ours */
export function nextOfCreate(plan: GlobalTablesPlan, facts: TablesFacts): Step | null {
  const present = presentIn(facts);
  present.forEach((table) => checkTable(plan, table));
  const absent = Object.entries(tablesOf(plan.prefix)).find(
    ([name]) => (facts[name] ?? null) === null,
  );
  if (absent !== undefined) return createTable(plan, ...absent);
  for (const table of present.filter(isIdle)) {
    const missing = missingRegions(plan, table.facts);
    if (missing.length > 0) return replicate(plan, table, missing);
    if (!table.facts.isProtected) return protect(table, true);
  }
  return present.every(isIdle) ? null : { kind: 'WAIT', until: 'every table is ACTIVE everywhere' };
}

/** Tables without our tag are not seen: they are never changed. */
export function nextOfDestroy(facts: TablesFacts): Step | null {
  const ours = presentIn(facts).filter(({ facts: { isOurs } }) => isOurs);
  const idle = ours.filter(isIdle);
  const guarded = idle.find(({ facts: { isProtected } }) => isProtected);
  if (guarded !== undefined) return protect(guarded, false);
  const [table] = idle;
  if (table !== undefined) {
    const { replicas, consistency } = table.facts;
    if (replicas.length === 0) return deleteTable(table);
    return unreplicate(table, consistency === 'STRONG' ? replicas : replicas.slice(0, 1));
  }
  return ours.length === 0 ? null : { kind: 'WAIT', until: 'what was deleted is gone' };
}

/** What a step that goes well leaves behind. */
export function foresee(plan: GlobalTablesPlan, facts: TablesFacts, step: Step): TablesFacts {
  if (step.kind === 'WAIT') return facts;
  const name = String(step.input['TableName']);
  const before = facts[name] ?? null;
  if (step.operation === 'DeleteTable') return { ...facts, [name]: null };
  if (before === null) return { ...facts, [name]: newTable(plan, step.region) };
  const { ReplicaUpdates: updates = [], DeletionProtectionEnabled: change } = step.input as {
    ReplicaUpdates?: readonly ReplicaUpdate[];
    DeletionProtectionEnabled?: boolean;
  };
  const isProtected = change ?? before.isProtected;
  const replicas = updates.reduce(withUpdate, before.replicas);
  const { consistency } = plan;
  const witness = plan.witness === null ? null : { region: plan.witness, status: 'ACTIVE' };
  return { ...facts, [name]: { ...before, isProtected, replicas, consistency, witness } };
}

interface ReplicaUpdate {
  readonly Create?: { readonly RegionName: string };
  readonly Delete?: { readonly RegionName: string };
}

function withUpdate(replicas: TableFacts['replicas'], { Create, Delete }: ReplicaUpdate) {
  if (Create !== undefined) return [...replicas, { region: Create.RegionName, status: 'ACTIVE' }];
  return replicas.filter(({ region }) => region !== Delete?.RegionName);
}

function newTable({ consistency }: GlobalTablesPlan, home: string): TableFacts {
  const ours = { isOurs: true, isProtected: true };
  return { home, status: 'ACTIVE', arn: '', ...ours, consistency, replicas: [], witness: null };
}

function presentIn(facts: TablesFacts): Table[] {
  return Object.entries(facts).flatMap(([name, table]) =>
    table === null ? [] : [{ name, facts: table }],
  );
}

function isIdle({ facts }: Table): boolean {
  const others = [...facts.replicas, ...(facts.witness === null ? [] : [facts.witness])];
  return facts.status === 'ACTIVE' && others.every(({ status }) => status === 'ACTIVE');
}

const GOING_WELL = ['CREATING', 'UPDATING', 'ACTIVE'];

function checkTable(plan: GlobalTablesPlan, { name, facts }: Table): void {
  const what = `The table ${name} in ${facts.home}`;
  if (!facts.isOurs) {
    throw unexpected(
      `${what} was not made by this set-up (no tag ${TAG}=${plan.name}). ` +
        `Choose another --prefix, or give it the tag if it is yours to change.`,
    );
  }
  const all = [{ region: facts.home, status: facts.status }, ...facts.replicas];
  const bad = all.find(({ status }) => !GOING_WELL.includes(status));
  if (bad !== undefined) {
    throw unexpected(
      `The table ${name} is ${bad.status} in ${bad.region}; ` +
        `provision dynamodb destroy --apply removes it, then create again.`,
    );
  }
  if (facts.replicas.length > 0 && (facts.consistency ?? 'EVENTUAL') !== plan.consistency) {
    throw unexpected(
      `${what} is ${facts.consistency ?? 'EVENTUAL'}, and a table's mode cannot be changed.`,
    );
  }
}

function missingRegions({ regions }: GlobalTablesPlan, { home, replicas }: TableFacts): string[] {
  const there = [home, ...replicas.map(({ region }) => region)];
  return regions.map(({ region }) => region).filter((region) => !there.includes(region));
}

const STREAM = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' };

function createTable(plan: GlobalTablesPlan, name: string, keys: readonly string[]): Step {
  const input = {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    // Eventual replication runs over the table's stream; strong replication has none.
    ...(plan.consistency === 'EVENTUAL' ? { StreamSpecification: STREAM } : {}),
    ...keySchema(keys),
    DeletionProtectionEnabled: true,
    Tags: [{ Key: TAG, Value: plan.name }],
  };
  return { kind: 'CALL', region: plan.regions[0]?.region ?? '', operation: 'CreateTable', input };
}

function replicate(plan: GlobalTablesPlan, { name, facts }: Table, missing: string[]): Step {
  const isStrong = plan.consistency === 'STRONG';
  const wanted = isStrong ? missing : missing.slice(0, 1);
  const input = {
    TableName: name,
    ReplicaUpdates: wanted.map((RegionName) => ({ Create: { RegionName } })),
    ...(isStrong ? { MultiRegionConsistency: 'STRONG' } : {}),
    ...(isStrong && plan.witness !== null
      ? { GlobalTableWitnessUpdates: [{ Create: { RegionName: plan.witness } }] }
      : {}),
  };
  return { kind: 'CALL', region: facts.home, operation: 'UpdateTable', input };
}

function unreplicate({ name, facts }: Table, replicas: TableFacts['replicas']): Step {
  const input = {
    TableName: name,
    ReplicaUpdates: replicas.map(({ region }) => ({ Delete: { RegionName: region } })),
    ...(facts.witness === null
      ? {}
      : { GlobalTableWitnessUpdates: [{ Delete: { RegionName: facts.witness.region } }] }),
  };
  return { kind: 'CALL', region: facts.home, operation: 'UpdateTable', input };
}

function protect({ name, facts }: Table, isProtected: boolean): Step {
  const input = { TableName: name, DeletionProtectionEnabled: isProtected };
  return { kind: 'CALL', region: facts.home, operation: 'UpdateTable', input };
}

function deleteTable({ name, facts }: Table): Step {
  const input = { TableName: name };
  return { kind: 'CALL', region: facts.home, operation: 'DeleteTable', input };
}
