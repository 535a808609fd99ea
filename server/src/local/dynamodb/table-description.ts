// A table's description as DescribeTable answers in one Region: the store's, with what only the
// Regions together know. Absent, not empty, where AWS leaves it out: EVENTUAL is not shown at all.
import type { GlobalTable } from './replica-registry.ts';
import type { TableSettings } from './table-settings.ts';
import { answer, isObject, parseObject, type JsonObject, type WireAnswer } from './wire.ts';

const GLOBAL_TABLE_VERSION = '2019.11.21';

export interface TableState {
  readonly region: string;
  readonly known: GlobalTable | null;
  readonly settings: TableSettings;
  /** Regions, and the witness's, whose part is not filled yet. */
  readonly filling: ReadonlySet<string>;
}

/** @param description the store's */
export function describe(description: JsonObject, state: TableState): JsonObject {
  return {
    ...description,
    DeletionProtectionEnabled: state.settings.isProtected,
    ...streamOf(description, state.settings),
    ...membersOf(state),
  };
}

/** The same in an answer that holds a description under this name. */
export function withDescription(
  name: 'Table' | 'TableDescription',
  given: WireAnswer,
  change: (description: JsonObject) => JsonObject,
): WireAnswer {
  const body = given.status === 200 ? parseObject(given.text) : null;
  const table = body?.[name];
  return isObject(table) ? answer({ [name]: change(table) }) : given;
}

function streamOf(description: JsonObject, { stream }: TableSettings): JsonObject {
  if (stream === null) return {};
  return {
    ...(stream.isEnabled
      ? { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.viewType } }
      : {}),
    LatestStreamLabel: stream.label,
    LatestStreamArn: `${String(description['TableArn'])}/stream/${stream.label}`,
  };
}

function membersOf({ region, known, filling }: TableState): JsonObject {
  if (known === null || known.leaving.includes(region)) return {};
  const statusOf = (name: string) => {
    if (known.leaving.includes(name)) return 'DELETING';
    return filling.has(name) ? 'CREATING' : 'ACTIVE';
  };
  const { witness } = known;
  const others = [...known.regions, ...known.leaving].filter(
    (name) => name !== region && name !== witness,
  );
  return {
    GlobalTableVersion: GLOBAL_TABLE_VERSION,
    Replicas: others.map((name) => ({ RegionName: name, ReplicaStatus: statusOf(name) })),
    ...(known.consistency === 'STRONG' ? { MultiRegionConsistency: 'STRONG' } : {}),
    ...(witness === null
      ? {}
      : { GlobalTableWitnesses: [{ RegionName: witness, WitnessStatus: statusOf(witness) }] }),
  };
}
