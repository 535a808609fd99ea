// PostgreSQL itself as the database under test, at REPEATABLE READ: its own snapshots, its own row
// locks. With it the checker is held against a database whose faults are known.
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';
import { openClient, type PostgresClient } from '../support/postgres-client.ts';
import type { Close } from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Database } from './run.ts';

/** @param later registers what must be closed (see leftovers.ts) */
export async function openPostgres(later: (close: Close) => void): Promise<PostgresServer> {
  const dataDir = await tempFolder(later);
  const settings = { deadlock_timeout: '20ms' };
  const server = await startPostgres({ dataDir, settings, maxConnections: 300 });
  later(() => server.stop());
  return server;
}

export function plainPostgres(server: PostgresServer): Database {
  return {
    regions: ['here', 'there'],
    capabilities: {
      conflictsAtCommit: false,
      marker: null,
      connectionsEnd: true,
      keyShareCountsAsForUpdate: false,
    },
    connect: () => connect(server, 'client'),
    killBackend: (whose) => killBackend(server, whose),
  };
}

/** Name of connections that nobody is to end. */
const OURS = 'snapshot isolation test';

export function connectAsSuperuser(server: PostgresServer): Promise<PostgresClient> {
  return connect(server, OURS);
}

function connect(server: PostgresServer, name: string): Promise<PostgresClient> {
  const { socketDir: host, port, superuser: user, database } = server;
  return openClient({ host, port, user, database, application_name: name });
}

/** Ends the backend of one client, none of the gateway's own. Its work may be done by the time; then nobody's is ended. */
export async function killBackend(server: PostgresServer, whose: number): Promise<void> {
  const client = await connectAsSuperuser(server);
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
          AND application_name NOT IN ('dsql gateway', '${OURS}')
          -- One of ours that is only just connecting has no name yet.
          AND NOT (coalesce(usename, $1) = $1 AND application_name = '') ORDER BY pid`,
      [server.superuser],
    );
    const victim = rows[whose % Math.max(rows.length, 1)];
    if (victim !== undefined) {
      await client.query('SELECT pg_terminate_backend($1)', [victim.pid]);
    }
  } finally {
    await client.end();
  }
}
