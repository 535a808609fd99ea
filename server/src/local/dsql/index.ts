// The embedded Aurora DSQL: what the rest of the server may use of this folder.
export {
  startDsqlGateways,
  type DsqlGateways,
  type DsqlGatewaysOptions,
} from './process/gateways.ts';
export type { PostgresAddress } from './catalog/roles.ts';
export type { Credentials } from './admission/index.ts';
