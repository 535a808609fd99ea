// What npm start needs to find the tables.
import type { GlobalTablesPlan } from './rules.ts';

export function tableSettings(plan: GlobalTablesPlan): Readonly<Record<string, string>> {
  const standIns = plan.regions.filter(({ endpoint }) => endpoint !== null);
  const endpoints = standIns.map(({ region, endpoint }) => `${region}=${endpoint ?? ''}`);
  return {
    DYNAMODB_REGIONS: plan.regions.map(({ region }) => region).join(','),
    DYNAMODB_TABLE_PREFIX: plan.prefix,
    WORLDSEAT_DYNAMODB_CONSISTENCY: plan.consistency,
    ...(endpoints.length === 0 ? {} : { DYNAMODB_ENDPOINTS: endpoints.join(',') }),
  };
}
