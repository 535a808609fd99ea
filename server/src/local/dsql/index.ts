// The embedded Aurora DSQL: what the rest of the server may use of this folder.
export {
  DsqlGatewaysError,
  startDsqlGateways,
  type DsqlGateways,
  type DsqlGatewaysOptions,
} from './process/gateways.ts';
export type { Credentials } from './admission/index.ts';
export type { PostgresAddress } from './catalog/roles.ts';
export type { Faults } from './faults.ts';
export type { GatewayState } from './gateway.ts';
export type { Limits } from './limits.ts';
