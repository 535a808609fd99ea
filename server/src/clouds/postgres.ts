// PostgreSQL for the engines of its isolation levels: the embedded one, or the address of the
// settings.
import type { PostgresConfig } from '../config.ts';
import type { PostgresSettings, RemoteEngine } from '../engine-thread/messages.ts';
import { openEngineThread } from '../engine-thread/remote.ts';
import { POSTGRES_FACTS, type PostgresEngineId } from '../engines/postgres/facts.ts';
import { closing, type Opening } from './opening.ts';
import { sharedPostgres } from './postgres-server.ts';

/** @returns what opens one of them */
export function postgresOpener(id: PostgresEngineId) {
  return (opening: Opening): Promise<RemoteEngine> => {
    const { log, onDeath } = opening;
    return closing(opening, openEngineThread(id, settingsOf(id, opening), log, onDeath));
  };
}

async function settingsOf(id: PostgresEngineId, opening: Opening): Promise<PostgresSettings> {
  const { postgres, connectionsPerRegion } = opening.config;
  const { isolation } = POSTGRES_FACTS[id];
  const place = postgres.kind === 'EMBEDDED' ? await embedded(opening) : placeOf(postgres);
  const components = `PostgreSQL {version} ${place.where}, ${isolation}`;
  const { deployment, address } = place;
  return { id, deployment, components, region: postgres.region, address, connectionsPerRegion };
}

interface Place extends Pick<PostgresSettings, 'deployment' | 'address'> {
  /** In words. */
  readonly where: string;
}

async function embedded(opening: Opening): Promise<Place> {
  const { socketDir: host, port, superuser: user, database } = await sharedPostgres(opening);
  const address = { host, port, user, password: null, database, tls: null };
  return { deployment: 'EMBEDDED', where: '(embedded)', address };
}

function placeOf(config: Extract<PostgresConfig, { kind: 'REMOTE' }>): Place {
  const { deployment, address } = config;
  return { deployment, where: `at ${address.host}:${address.port}`, address };
}
