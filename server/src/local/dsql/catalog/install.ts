// What the gateway keeps inside PostgreSQL, in a schema of its own: triggers that tell which rows a
// statement changed, a list of keys for tables that rows are deleted from, and news of changed
// schemas. Run by the superuser at each start; running it again changes nothing.

/** Set to 'on' for the statement whose rows are to be told. Reset by the rollback that follows. */
export const CAPTURE_SETTING = 'occ.capture';
/** Message of the INFO that tells of one row. */
export const CAPTURE_MESSAGE = 'occ';
/** Told when a schema changed. */
export const CATALOG_CHANNEL = 'occ_catalog';

// INFO reaches the gateway whatever client_min_messages says, and a rollback does not take it back.
// A row's text has to mean the same row later, whatever the client sets in between.
const CAPTURE = `
CREATE OR REPLACE FUNCTION occ.capture() RETURNS trigger LANGUAGE plpgsql
SET datestyle = 'ISO' SET extra_float_digits = 1 AS $function$
BEGIN
  RAISE INFO USING MESSAGE = '${CAPTURE_MESSAGE}', TABLE = TG_RELID::text, COLUMN = TG_OP,
    DETAIL = coalesce(OLD::text, ''), HINT = coalesce(NEW::text, '');
  RETURN NULL;
END $function$;`;

// PostgreSQL does not see that a key was deleted and inserted again, or inserted and deleted, by
// others since a snapshot. With a row for each such key it does: both write that row.
//
// Nobody pays for it before the first row is deleted: then the sequence is used once. A sequence
// shows what it is now to every snapshot, so that no insert misses a delete that came before it.
const KEYS = `
CREATE SEQUENCE IF NOT EXISTS occ.deletions;
GRANT USAGE ON SEQUENCE occ.deletions TO PUBLIC;

CREATE TABLE IF NOT EXISTS occ.key (
  relation oid NOT NULL, key text NOT NULL, changes bigint NOT NULL, PRIMARY KEY (relation, key));

CREATE OR REPLACE FUNCTION occ.note_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $function$
DECLARE
  gone text; made text;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    SELECT jsonb_agg(to_jsonb(OLD) -> name)::text INTO gone FROM unnest(TG_ARGV) AS name;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    SELECT jsonb_agg(to_jsonb(NEW) -> name)::text INTO made FROM unnest(TG_ARGV) AS name;
  END IF;
  IF gone IS NOT DISTINCT FROM made THEN RETURN NULL; END IF;
  INSERT INTO occ.key AS known
    SELECT TG_RELID, key, 1 FROM unnest(ARRAY[gone, made]) AS key
    WHERE key IS NOT NULL ORDER BY key
    ON CONFLICT (relation, key) DO UPDATE SET changes = known.changes + 1;
  RETURN NULL;
END $function$;

DELETE FROM occ.key WHERE age(xmin) > (
  SELECT coalesce(max(age(backend_xmin)), 0) FROM pg_stat_activity);`;

const TRIGGERS = `
CREATE OR REPLACE FUNCTION occ.watch(relation regclass) RETURNS void LANGUAGE plpgsql
SET client_min_messages = warning AS $function$
DECLARE
  key text;
BEGIN
  EXECUTE format($trigger$
    CREATE OR REPLACE TRIGGER occ_capture AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW
    WHEN (current_setting('${CAPTURE_SETTING}', true) = 'on') EXECUTE FUNCTION occ.capture()
  $trigger$, relation);
  SELECT string_agg(quote_literal(attname), ', ') INTO key
    FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
    WHERE indrelid = relation AND indisprimary;
  IF key IS NULL THEN RETURN; END IF;
  EXECUTE format($trigger$
    CREATE OR REPLACE TRIGGER occ_note_key AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW
    WHEN (pg_sequence_last_value('occ.deletions') IS NOT NULL) EXECUTE FUNCTION occ.note_key(%s)
  $trigger$, relation, key);
END $function$;`;

// A temporary table belongs to the gateway: nobody hears of it.
const NEWS = `
CREATE OR REPLACE FUNCTION occ.on_change() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $function$
DECLARE
  made record; heard boolean := false;
BEGIN
  FOR made IN SELECT * FROM pg_event_trigger_ddl_commands() LOOP
    IF made.schema_name IN ('pg_temp', 'occ', 'sys') THEN CONTINUE; END IF;
    heard := true;
    IF made.command_tag IN ('CREATE TABLE', 'ALTER TABLE') AND made.object_type = 'table' THEN
      PERFORM occ.watch(made.objid);
    END IF;
  END LOOP;
  IF heard THEN PERFORM pg_notify('${CATALOG_CHANNEL}', ''); END IF;
END $function$;

CREATE OR REPLACE FUNCTION occ.on_drop() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $function$
BEGIN
  IF EXISTS (SELECT FROM pg_event_trigger_dropped_objects() WHERE NOT is_temporary) THEN
    PERFORM pg_notify('${CATALOG_CHANNEL}', '');
  END IF;
END $function$;

DROP EVENT TRIGGER IF EXISTS occ_on_change;
CREATE EVENT TRIGGER occ_on_change ON ddl_command_end
  WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE', 'CREATE INDEX', 'CREATE VIEW', 'CREATE SCHEMA',
    'ALTER INDEX', 'ALTER VIEW', 'CREATE SEQUENCE', 'ALTER SEQUENCE', 'CREATE FUNCTION',
    'ALTER FUNCTION', 'GRANT', 'REVOKE', 'ALTER DEFAULT PRIVILEGES', 'CREATE DOMAIN')
  EXECUTE FUNCTION occ.on_change();
DROP EVENT TRIGGER IF EXISTS occ_on_drop;
CREATE EVENT TRIGGER occ_on_drop ON sql_drop EXECUTE FUNCTION occ.on_drop();`;

const TABLES_OF_EARLIER_VERSIONS = `
SELECT occ.watch(oid) FROM pg_class
WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema',
  'occ', 'sys') AND relpersistence = 'p'
  AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'occ_capture');`;

/** One gateway at a time: the statements wait for each other on this number. */
const INSTALL_LOCK = 7_315_001;

/** @param parts SQL of the roles, and of the `sys` schema that DSQL shows its users */
export const installSql = (...parts: readonly string[]): string => `
BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL client_min_messages = warning;
SELECT pg_advisory_xact_lock(${INSTALL_LOCK});
CREATE SCHEMA IF NOT EXISTS occ;
GRANT USAGE ON SCHEMA occ TO PUBLIC;
${CAPTURE}
${KEYS}
${TRIGGERS}
${NEWS}
${parts.join('\n')}
${TABLES_OF_EARLIER_VERSIONS}
COMMIT;`;
