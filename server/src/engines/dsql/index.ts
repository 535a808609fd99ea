// The `dsql` engine: snapshot isolation (REPEATABLE READ) over one database with an endpoint per
// Region, as Aurora DSQL offers it. Its promise, at most one sale per seat and round, comes from the
// database refusing the second writer of a row, and from nothing the engine adds.
import type { Engine } from '../engine.ts';
import { openSqlEngine } from '../sql/index.ts';
import type { RegionAddress } from '../sql/options.ts';
import { makeIndexAtOnce } from '../sql/schema/make-index.ts';
import { ConnectionRate } from './connection-rate.ts';
import { AURORA_DSQL } from './dialect.ts';
import { DSQL_FACTS } from './facts.ts';
import { makeIndexInBackground } from './make-index.ts';
import { CONNECTION_LIFETIME_MS, type DsqlOptions, type DsqlRegionOptions } from './options.ts';
import { pacedBy } from './paced-client.ts';

export { reach, type DsqlAccess, type DsqlEndpoint } from './access.ts';
export type { DsqlOptions } from './options.ts';

/** Connects, makes what is missing, reads the version. @throws EngineUnavailable */
export function openDsqlEngine(options: DsqlOptions): Promise<Engine> {
  const { regions, asynchronousIndexes = true, ...rest } = options;
  return openSqlEngine({
    role: null,
    adoptsPublicTables: false,
    connectionLifetimeMs: CONNECTION_LIFETIME_MS,
    ...rest,
    facts: { id: 'dsql', ...DSQL_FACTS },
    dialect: AURORA_DSQL,
    regions: regions.map(addressOf),
    // Each endpoint counts by itself how fast it is knocked at.
    clientClass: () => pacedBy(new ConnectionRate()),
    makeIndex: asynchronousIndexes ? makeIndexInBackground : makeIndexAtOnce,
    howToLetIn: (role) =>
      'admin must allow it to the IAM identity of this server: ' +
      `AWS IAM GRANT ${role} TO 'arn:aws:iam::ACCOUNT:role/NAME'`,
  });
}

function addressOf({ tokens, ...address }: DsqlRegionOptions): RegionAddress {
  if (tokens === undefined) return address;
  const passwords = {
    passwordFor: (user: string) => tokens.tokenFor(user),
    renew: () => tokens.renew(),
  };
  return { ...address, passwords };
}
