// Where Aurora DSQL is offered, and which Regions may stand together in a multi-Region cluster: only
// those of one set, never across continents (as of July 2026; how the sets grew then is not published
// in detail, so a set here is the widest that the documentation allows).

const REGION_SETS: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-2'],
];

/** These have single-Region clusters only. */
const OTHER_REGIONS: readonly string[] = [
  'ap-east-1',
  'ap-southeast-2',
  'ap-southeast-4',
  'ca-central-1',
  'ca-west-1',
  'sa-east-1',
];

export const REGIONS: readonly string[] = [...REGION_SETS.flat(), ...OTHER_REGIONS];

/** The Regions that may be peer or witness of this one, itself excluded. */
export function companionsOf(region: string): readonly string[] {
  const set = REGION_SETS.find((regions) => regions.includes(region)) ?? [];
  return set.filter((name) => name !== region);
}
