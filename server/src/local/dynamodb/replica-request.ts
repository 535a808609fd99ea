// What an UpdateTable asks for that adds or removes replicas or a witness, with the rules and the
// words that AWS was seen to have. Pure: it looks at the request and at what is known of the table.
import type { GlobalTable } from './replica-registry.ts';
import { isObject, objectsOf, type JsonObject } from './wire.ts';

export type ReplicaChange =
  | { readonly kind: 'ADD'; readonly region: string }
  | {
      readonly kind: 'MAKE_STRONG';
      readonly regions: readonly string[];
      readonly witness: string | null;
    }
  | { readonly kind: 'REMOVE'; readonly regions: readonly string[] };

export interface Asked {
  readonly table: string;
  /** The Region that the request was sent to. */
  readonly here: string;
  /** Every Region that runs here. */
  readonly running: readonly string[];
  readonly known: GlobalTable | null;
}

/** A STRONG table's members are all of one of these. */
const STRONG_REGION_SETS: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

const STRONG_MEMBERS = 3;
const MEMBER_FIELDS = ['ReplicaUpdates', 'GlobalTableWitnessUpdates', 'MultiRegionConsistency'];

export const NO_CHANGE =
  'At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, ' +
  'GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates, DeletionProtectionEnabled, ' +
  'OnDemandThroughput, WarmThroughput or TableClass is required';

/** Whether the request is about replicas at all. */
export function isReplicaRequest(input: JsonObject): boolean {
  return MEMBER_FIELDS.some((name) => input[name] !== undefined);
}

/** The change, or what is wrong with the request. */
export function askedChange(input: JsonObject, asked: Asked): ReplicaChange | string {
  const others = Object.keys(input).filter(
    (name) => name !== 'TableName' && !MEMBER_FIELDS.includes(name),
  );
  if (others.length > 0) {
    return 'Requests that modify replicas or witnesses must not also modify other fields';
  }
  const replicas = actionsOf(input['ReplicaUpdates'], 'Replica');
  const witnesses = actionsOf(input['GlobalTableWitnessUpdates'], 'Witness');
  if (typeof replicas === 'string') return replicas;
  if (typeof witnesses === 'string') return witnesses;
  const { create, remove } = replicas;
  if (create.length + remove.length === 0) return NO_CHANGE;
  if ([...create, ...remove].includes(asked.here)) {
    return (
      'Cannot add, delete, or update the local region through ReplicaUpdates. ' +
      'Use CreateTable, DeleteTable, or UpdateTable as required.'
    );
  }
  if (input['MultiRegionConsistency'] === 'STRONG') return makeStrong(replicas, witnesses, asked);
  if (witnesses.create.length > 0) {
    return 'MultiRegionConsistency must be set as STRONG when GlobalTableWitnessUpdates parameter is present.';
  }
  if (input['MultiRegionConsistency'] !== undefined) {
    if (remove.length > 0) return ONLY_CREATE;
    if (asked.known !== null) return MODE_IS_FIXED;
  }
  if (create.length > 0 && remove.length > 0) {
    return 'Update table operation with more than one type of replica actions not allowed.';
  }
  return create.length > 0 ? addOne(create, asked) : removal(remove, witnesses.remove, asked);
}

const ONLY_CREATE =
  'Only Replica Create actions are supported when MultiRegionConsistency parameter is provided.';
const MODE_IS_FIXED = 'MultiRegionConsistency parameter is unsupported on existing global table';
const ONE_AT_A_TIME =
  'Update table operation with more than one create or delete replica actions not allowed';

/** Of the table that others were made from, as long as it has any. */
export const IS_SOURCE =
  'Replica cannot be deleted because it has acted as a source region for new replica(s) being ' +
  'added to the table in the last 24 hours.';
export const ONLY_ALL_AT_ONCE =
  'Deletion of only one table replica is not supported for global tables with ' +
  'MultiRegionConsistency set to STRONG.';

interface Actions {
  readonly create: readonly string[];
  readonly remove: readonly string[];
}

function actionsOf(updates: unknown, what: 'Replica' | 'Witness'): Actions | string {
  const create: string[] = [];
  const remove: string[] = [];
  if (updates === undefined) return { create, remove };
  if (!Array.isArray(updates)) return `${what} updates must be a list`;
  for (const update of objectsOf(updates)) {
    const [[kind, action] = ['', null], ...more] = Object.entries(update);
    const region = isObject(action) ? action['RegionName'] : undefined;
    if (more.length > 0 || typeof region !== 'string') {
      return `There are no actions specified in the ${what} Update Action of the request.`;
    }
    if (isObject(action) && Object.keys(action).length > 1) {
      return `A ${what} action has only a RegionName here: overrides are not supported`;
    }
    if (kind === 'Create') create.push(region);
    else if (kind === 'Delete') remove.push(region);
    else return `${what} updates support only Create and Delete here, not ${kind}`;
  }
  return { create, remove };
}

function makeStrong(replicas: Actions, witnesses: Actions, asked: Asked): ReplicaChange | string {
  if (replicas.remove.length + witnesses.remove.length > 0) return ONLY_CREATE;
  if (asked.known !== null) return MODE_IS_FIXED;
  const [witness = null, ...more] = witnesses.create;
  if (more.length > 0) {
    return "Value at 'globalTableWitnessUpdates' failed to satisfy constraint: Member must have length less than or equal to 1";
  }
  if (witness === asked.here) {
    return 'Cannot add a witness in the same region as an existing replica when creating a global table with MultiRegionConsistency set to STRONG.';
  }
  const members = [asked.here, ...replicas.create, ...witnesses.create];
  if (new Set(members).size < members.length) {
    return 'Cannot target multiple regions with the same action';
  }
  const strong = 'global tables with MultiRegionConsistency set to STRONG';
  if (members.length !== STRONG_MEMBERS) return `Unsupported replica count for ${strong}.`;
  const set = STRONG_REGION_SETS.find((regions) => regions.includes(asked.here)) ?? [];
  const outside = members.filter((name) => !set.includes(name));
  if (outside.length > 0) {
    return `Unsupported Region(s) specified for ${strong}: [${outside.join(', ')}].`;
  }
  const absent = replicas.create.find((name) => !asked.running.includes(name));
  if (absent !== undefined) return notRunning(absent, asked);
  return { kind: 'MAKE_STRONG', regions: replicas.create, witness };
}

function addOne(create: readonly string[], asked: Asked): ReplicaChange | string {
  if (asked.known?.consistency === 'STRONG') {
    return 'Cannot add replicas to a global table with strong MultiRegionConsistency';
  }
  const [region, ...more] = new Set(create);
  if (region === undefined || more.length > 0) return ONE_AT_A_TIME;
  if (asked.known?.regions.includes(region) === true) return alreadyThere(asked.table);
  return asked.running.includes(region) ? { kind: 'ADD', region } : notRunning(region, asked);
}

function removal(
  remove: readonly string[],
  witnesses: readonly string[],
  { known, here }: Asked,
): ReplicaChange | string {
  const others = (known?.regions ?? []).filter((name) => name !== here);
  const strangers = remove.filter((name) => !others.includes(name));
  if (strangers.length > 0) return notPartOf('replicas', strangers);
  const noWitnesses = witnesses.filter((name) => name !== known?.witness);
  if (noWitnesses.length > 0) return notPartOf('witnesses', noWitnesses);
  if (known?.consistency !== 'STRONG') {
    if (remove.length > 1) return ONE_AT_A_TIME;
    return remove[0] === known?.regions[0] ? IS_SOURCE : { kind: 'REMOVE', regions: remove };
  }
  if (known.witness !== null && witnesses.length === 0) {
    return 'Update table delete operation does not include all witnesses.';
  }
  return new Set(remove).size < others.length
    ? ONLY_ALL_AT_ONCE
    : { kind: 'REMOVE', regions: others };
}

function notPartOf(what: string, names: readonly string[]): string {
  return (
    `Update global table operation failed because one or more ${what} were not part of the ` +
    `global table. Please retry the request without these ${what}: [${names.join(', ')}].`
  );
}

export function alreadyThere(table: string): string {
  return (
    `Failed to create a the new replica of table with name: ‘${table}’ because one or more ` +
    'replicas already existed as tables.'
  );
}

function notRunning(name: string, { running }: Asked): string {
  return (
    `Region ${name} is not supported. The latest version of global tables are only supported in ` +
    `the following regions: [${running.join(', ')}]`
  );
}
