// What npm start needs to find the pair.
import type { PairFacts } from './facts.ts';

/** @param caFile for endpoints that no public authority vouches for; null: none */
export function endpointSettings(
  facts: PairFacts,
  caFile: string | null,
): Readonly<Record<string, string>> {
  const endpoints = Object.entries(facts).map(
    ([region, cluster]) => `${region}=${cluster?.endpoint ?? ''}`,
  );
  return {
    DSQL_ENDPOINTS: endpoints.join(','),
    ...(caFile === null ? {} : { DSQL_CA_FILE: caFile }),
  };
}
