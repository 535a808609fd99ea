// Multi-Region strong consistency spans exactly three Regions of one set: three replicas, or two
// replicas and a witness, which holds no data. Which one is the witness is ours to choose.
// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html

export const REGION_SETS: readonly (readonly string[])[] = [
  ['us-east-1', 'us-east-2', 'us-west-2'],
  ['eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-central-1'],
  ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3'],
];

/** Null when these Regions cannot be strongly consistent together. */
export function witnessOf(regions: readonly string[]): { readonly witness: string | null } | null {
  const set = REGION_SETS.find((each) => regions.every((region) => each.includes(region)));
  if (set === undefined || regions.length < 2 || regions.length > 3) return null;
  if (regions.length === 3) return { witness: null };
  return { witness: set.find((region) => !regions.includes(region)) ?? null };
}
