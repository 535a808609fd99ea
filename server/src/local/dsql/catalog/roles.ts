// Who owns what: PostgreSQL's superuser is the local cloud's own, and `admin`, the role that
// Aurora DSQL gives its users, is an ordinary one that may make schemas and roles.
import pg from 'pg';

export interface PostgresAddress {
  /** The folder of the Unix socket. */
  readonly socketDir: string;
  readonly port: number;
  readonly database: string;
  readonly superuser: string;
}

const UNKNOWN_ROLE = '28000';
const TEMPORARY_SUPERUSER = 'worldseat_mover';

/** Makes `admin`. Can be repeated. */
export const ADMIN_ROLE = `
DO $block$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'admin') THEN
    CREATE ROLE admin LOGIN CREATEROLE;
  END IF;
END $block$;
ALTER SCHEMA public OWNER TO admin;
GRANT CREATE, TEMPORARY ON DATABASE postgres TO admin WITH GRANT OPTION;`;

/** A connection of the superuser, made ready for this version when the folder is an older one. */
export async function connectAsSuperuser(address: PostgresAddress): Promise<pg.Client> {
  try {
    return await connect(address, address.superuser);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === UNKNOWN_ROLE)) throw error;
    await renameOldSuperuser(address);
    return connect(address, address.superuser);
  }
}

/** In folders of the first version `admin` was the superuser, and the owner of the tables. */
async function renameOldSuperuser(address: PostgresAddress): Promise<void> {
  const old = await connect(address, 'admin');
  await old.query(`CREATE ROLE ${TEMPORARY_SUPERUSER} SUPERUSER LOGIN`).finally(() => old.end());
  const mover = await connect(address, TEMPORARY_SUPERUSER);
  await mover
    .query(`ALTER ROLE admin RENAME TO ${pg.escapeIdentifier(address.superuser)}`)
    .finally(() => mover.end());
  const superuser = await connect(address, address.superuser);
  try {
    await superuser.query(`DROP ROLE ${TEMPORARY_SUPERUSER}; ${ADMIN_ROLE} ${OWN_TABLES}`);
  } finally {
    await superuser.end();
  }
}

const OWN_TABLES = `
DO $block$ DECLARE name text; BEGIN
  FOR name IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname = 'public'
  LOOP EXECUTE 'ALTER TABLE ' || name || ' OWNER TO admin'; END LOOP;
END $block$;`;

async function connect(address: PostgresAddress, user: string): Promise<pg.Client> {
  const { socketDir: host, port, database } = address;
  const client = new pg.Client({ host, port, database, user, application_name: 'dsql gateway' });
  await client.connect();
  return client;
}
