// The embedded PostgreSQL of the engines `postgres…`, one for all of them: started when the first is
// opened, stopped when everything is closed. It is not the one behind the DSQL gateways, whose
// triggers and settings are no part of a plain PostgreSQL.
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from '../local/postgres/index.ts';
import type { Opening } from './opening.ts';

/** The engines that share it, each in a schema of its own. */
const ENGINES = 3;
/** For set-ups, and for whoever looks in with psql, beside the pools. */
const SPARE_CONNECTIONS = 20;

/** @throws PostgresFault; then the next who asks tries again */
export function sharedPostgres(opening: Opening): Promise<PostgresServer> {
  const { embedded } = opening;
  embedded.postgres ??= start(opening).catch((error: unknown) => {
    delete embedded.postgres;
    throw error;
  });
  return embedded.postgres;
}

async function start({ config, log, closers, embedded }: Opening): Promise<PostgresServer> {
  const part = 'postgres engines';
  const postgres = await startPostgres({
    // `postgres` is the folder of the one behind the gateways.
    dataDir: join(config.dataDir, 'postgres-engines'),
    maxConnections: config.connectionsPerRegion * ENGINES + SPARE_CONNECTIONS,
    settings: AS_POSTGRES_COMES,
    log: (line) => log.info({ part }, line),
  });
  closers.push(() => {
    delete embedded.postgres;
    return postgres.stop();
  });
  void postgres.exited.then((end) => {
    if (end.reason === 'GAVE_UP') log.error({ part, err: end.fault }, 'gave up');
  });
  return postgres;
}

/** PostgreSQL's own defaults, where the launcher sets what a DSQL gateway wants. */
const AS_POSTGRES_COMES = {
  default_transaction_isolation: 'read committed',
  deadlock_timeout: '1s',
} as const;
