// What UpdateTable says to wrong requests about replicas. The texts are those that AWS was seen to
// answer with, where they are known.
import { expect, test } from 'vitest';
import type { GlobalTable } from './replica-registry.ts';
import { askedChange, type Asked } from './replica-request.ts';
import type { JsonObject } from './wire.ts';

const create = (...names: string[]) => names.map((RegionName) => ({ Create: { RegionName } }));
const remove = (...names: string[]) => names.map((RegionName) => ({ Delete: { RegionName } }));

const EVENTUAL: GlobalTable = {
  regions: ['us-east-1', 'us-east-2'],
  consistency: 'EVENTUAL',
  witness: null,
  leaving: [],
};
const STRONG: GlobalTable = { ...EVENTUAL, consistency: 'STRONG', witness: 'us-west-2' };
const THREE: GlobalTable = {
  ...STRONG,
  regions: [...EVENTUAL.regions, 'us-west-2'],
  witness: null,
};

function asked(known: GlobalTable | null, here = 'us-east-1'): Asked {
  const running = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'];
  return { table: 'seats', here, running, known };
}

test.each<[string, JsonObject, GlobalTable | null, object]>([
  [
    'a replica',
    { ReplicaUpdates: create('us-east-2') },
    null,
    { kind: 'ADD', region: 'us-east-2' },
  ],
  [
    'a replica, twice',
    { ReplicaUpdates: create('us-east-2', 'us-east-2'), MultiRegionConsistency: 'EVENTUAL' },
    null,
    { kind: 'ADD', region: 'us-east-2' },
  ],
  [
    'STRONG with a witness',
    {
      MultiRegionConsistency: 'STRONG',
      ReplicaUpdates: create('us-east-2'),
      GlobalTableWitnessUpdates: create('us-west-2'),
    },
    null,
    { kind: 'MAKE_STRONG', regions: ['us-east-2'], witness: 'us-west-2' },
  ],
  [
    'STRONG with three replicas',
    { MultiRegionConsistency: 'STRONG', ReplicaUpdates: create('us-east-2', 'us-west-2') },
    null,
    { kind: 'MAKE_STRONG', regions: ['us-east-2', 'us-west-2'], witness: null },
  ],
  [
    'a removal',
    { ReplicaUpdates: remove('us-east-2') },
    EVENTUAL,
    { kind: 'REMOVE', regions: ['us-east-2'] },
  ],
  [
    'STRONG no more',
    { ReplicaUpdates: remove('us-east-2'), GlobalTableWitnessUpdates: remove('us-west-2') },
    STRONG,
    { kind: 'REMOVE', regions: ['us-east-2'] },
  ],
])('%s is understood', (_what, input, known, expected) => {
  expect(askedChange({ TableName: 'seats', ...input }, asked(known))).toEqual(expected);
});

test.each<[string, JsonObject, GlobalTable | null]>([
  ['must not also modify other fields', { ReplicaUpdates: [], BillingMode: 'PROVISIONED' }, null],
  ['At least one of', { ReplicaUpdates: [] }, null],
  ['At least one of', { MultiRegionConsistency: 'STRONG' }, null],
  ['At least one of', { GlobalTableWitnessUpdates: create('us-west-2') }, null],
  ['no actions specified', { ReplicaUpdates: [{}] }, null],
  ['support only Create and Delete', { ReplicaUpdates: [{ Update: { RegionName: 'x' } }] }, null],
  ['the local region', { ReplicaUpdates: create('us-east-1') }, null],
  ['more than one type', { ReplicaUpdates: [...create('a'), ...remove('b')] }, EVENTUAL],
  ['more than one create or delete', { ReplicaUpdates: create('us-east-2', 'us-west-2') }, null],
  ['Region eu-west-1 is not supported', { ReplicaUpdates: create('eu-west-1') }, null],
  ['already existed as tables', { ReplicaUpdates: create('us-east-2') }, EVENTUAL],
  ['not part of the global table', { ReplicaUpdates: remove('us-west-2') }, EVENTUAL],
  ['not part of the global table', { ReplicaUpdates: remove('us-east-2') }, null],
  ['Cannot add replicas to a global table', { ReplicaUpdates: create('us-west-2') }, STRONG],
  ['does not include all witnesses', { ReplicaUpdates: remove('us-east-2') }, STRONG],
  ['Deletion of only one table replica', { ReplicaUpdates: remove('us-east-2') }, THREE],
  [
    'must be set as STRONG when',
    { ReplicaUpdates: create('us-east-2'), GlobalTableWitnessUpdates: create('us-west-2') },
    null,
  ],
  [
    'unsupported on existing global table',
    { ReplicaUpdates: create('us-west-2'), MultiRegionConsistency: 'EVENTUAL' },
    STRONG,
  ],
])('"… %s …": %j', (expected, input, known) => {
  expect(askedChange({ TableName: 'seats', ...input }, asked(known))).toContain(expected);
});

test.each<[string, string[], string[], GlobalTable | null]>([
  ['Unsupported replica count', ['us-east-2'], [], null],
  ['Unsupported Region(s) specified', ['us-east-2'], ['us-west-1'], null],
  ['Unsupported Region(s) specified', ['us-east-2', 'us-west-1'], [], null],
  ['Cannot target multiple regions', ['us-east-2'], ['us-east-2'], null],
  ['Cannot add a witness in the same region', ['us-east-2'], ['us-east-1'], null],
  ['less than or equal to 1', ['us-east-2'], ['us-west-2', 'eu-west-1'], null],
  ['unsupported on existing global table', ['us-east-2'], ['us-west-2'], EVENTUAL],
])('STRONG: "… %s …" for replicas %j and witness %j', (expected, replicas, witness, known) => {
  const input = {
    TableName: 'seats',
    MultiRegionConsistency: 'STRONG',
    ReplicaUpdates: create(...replicas),
    GlobalTableWitnessUpdates: create(...witness),
  };
  expect(askedChange(input, asked(known))).toContain(expected);
});

test('the table that the others were made from cannot be removed while they are there', () => {
  const input = { TableName: 'seats', ReplicaUpdates: remove('us-east-1') };
  expect(askedChange(input, asked(EVENTUAL, 'us-east-2'))).toContain('acted as a source region');
});
