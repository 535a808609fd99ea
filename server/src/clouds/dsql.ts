// Aurora DSQL for the engine `dsql`: the embedded gateways in front of PostgreSQL, or the endpoints
// of the settings. There is no path around the gateways.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedDsqlConfig, RemoteDsqlConfig } from '../config.ts';
import type { DsqlSettings, RemoteEngine } from '../engine-thread/messages.ts';
import { openEngineThread } from '../engine-thread/remote.ts';
import { startDsqlGateways, type PostgresAddress } from '../local/dsql/index.ts';
import { startPostgres } from '../local/postgres/index.ts';
import { closing, type Opening } from './opening.ts';

/** For the gateways' own, and for whoever looks in with psql, beside the pools. */
const SPARE_CONNECTIONS = 20;

export function openDsql(opening: Opening): Promise<RemoteEngine> {
  const { log, onDeath } = opening;
  return closing(opening, openEngineThread('dsql', settingsOf(opening), log, onDeath));
}

type Place = Omit<DsqlSettings, 'id' | 'role' | 'connectionsPerRegion'>;

async function settingsOf(opening: Opening): Promise<DsqlSettings> {
  const { connectionsPerRegion, dsql } = opening.config;
  const place = dsql.kind === 'EMBEDDED' ? await startEmbedded(opening, dsql) : placeOf(dsql);
  return { id: 'dsql', ...place, role: dsql.role, connectionsPerRegion };
}

async function startEmbedded(opening: Opening, config: EmbeddedDsqlConfig): Promise<Place> {
  const { log, closers, embedded } = opening;
  const { regions, conflicts, commitDelayMs } = config;
  const part = startPart(opening, regions.length);
  const gateways = await startDsqlGateways({
    dataDir: join(opening.config.dataDir, 'dsql'),
    regions,
    postgres: part.then(({ postgres }) => postgres),
    conflicts,
    commitDelayMs,
    log,
    onExit: (reason) => log.error({ part: 'dsql' }, reason),
  });
  closers.push(() => gateways.stop());
  embedded.dsql = gateways;
  const { endpoints, credentials } = gateways;
  const ca = await readFile(gateways.caFile, 'utf8');
  const { version } = await part;
  return {
    deployment: 'EMBEDDED',
    components: embeddedInWords(config, version),
    endpoints: Object.entries(endpoints).map(([region, at]) => ({ region, ...at })),
    access: { ca, credentials },
    adoptsPublicTables: true,
  };
}

interface Part {
  readonly postgres: PostgresAddress;
  /** Of the server itself: what its clients hear is the version that Aurora DSQL has. */
  readonly version: string;
}

/** PostgreSQL on its private socket, for the gateways alone. */
async function startPart(opening: Opening, regions: number): Promise<Part> {
  const { config, log, closers } = opening;
  let version = '16';
  const postgres = await startPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    maxConnections: config.connectionsPerRegion * regions + SPARE_CONNECTIONS,
    log: (line) => {
      version = /starting PostgreSQL ([\d.]+)/.exec(line)?.[1] ?? version;
      log.info({ part: 'postgres' }, line);
    },
  });
  closers.push(() => postgres.stop());
  void postgres.exited.then((end) => {
    if (end.reason === 'GAVE_UP') log.error({ part: 'postgres', err: end.fault }, 'gave up');
  });
  return { postgres, version };
}

const LOSER_HEARS: Readonly<Record<EmbeddedDsqlConfig['conflicts'], string>> = {
  commit: 'conflicts at COMMIT',
  native: 'conflicts as PostgreSQL has them',
};

function embeddedInWords(config: EmbeddedDsqlConfig, version: string): string {
  const { conflicts, commitDelayMs } = config;
  const gateway = `PostgreSQL ${version} behind the local DSQL gateway`;
  return `${gateway}, ${LOSER_HEARS[conflicts]}, ${commitDelayMs} ms between Regions`;
}

function placeOf({ deployment, endpoints, ca }: RemoteDsqlConfig): Place {
  const what = deployment === 'AWS' ? 'Aurora DSQL' : 'a DSQL stand-in';
  const where = endpoints.map(({ host, port }) => (port === 5432 ? host : `${host}:${port}`));
  return {
    deployment,
    components: `${what} (PostgreSQL {version}) at ${where.join(', ')}`,
    endpoints,
    access: { ca, credentials: null },
    adoptsPublicTables: false,
  };
}
