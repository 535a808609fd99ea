// The schema sys, as Aurora DSQL has it: jobs of asynchronous statements and who waits for them,
// and which IAM principals may be which role. Run by the superuser before clients come; it can be
// run again. What a client's statement does runs with the client's rights; only the notes of jobs
// are written with more.
// Source: https://docs.aws.amazon.com/aurora-dsql/latest/userguide/working-with-systems-tables.html

const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS sys;
GRANT USAGE ON SCHEMA sys TO PUBLIC;

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'admin') THEN
    CREATE ROLE admin LOGIN CREATEROLE;
  END IF;
  EXECUTE format('GRANT CREATE ON DATABASE %I TO admin', current_database());
END $$;
GRANT ALL ON SCHEMA public TO admin;

CREATE TABLE IF NOT EXISTS sys.jobs (
  job_id text PRIMARY KEY,
  status text NOT NULL,
  details text,
  job_type text NOT NULL,
  class_id oid NOT NULL,
  object_id oid,
  object_name text,
  start_time timestamptz NOT NULL,
  update_time timestamptz
);
GRANT SELECT ON sys.jobs TO PUBLIC;`;

/** 16 random bytes as 26 characters of base32, as all recorded job ids are. */
const JOBS = `
CREATE OR REPLACE FUNCTION sys.uuid_to_base32_str(id uuid) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT string_agg(substr('abcdefghijklmnopqrstuvwxyz234567', 1 +
    substring(('x' || replace(id::text, '-', ''))::bit(128) || B'00' FROM at * 5 + 1 FOR 5)::bit(5)::int,
    1), '' ORDER BY at)
  FROM generate_series(0, 25) AS at
$$;

CREATE OR REPLACE FUNCTION sys.record_job(
  status text, details text, job_type text, class_id oid, object_id oid, object_name text
) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO sys.jobs VALUES (sys.uuid_to_base32_str(gen_random_uuid()), $1, $2, $3, $4, $5, $6,
    date_trunc('second', clock_timestamp()), date_trunc('second', clock_timestamp()))
  RETURNING job_id
$$;

CREATE OR REPLACE PROCEDURE sys.wait_for_job(job_id text, INOUT succeeded boolean DEFAULT NULL)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF job_id !~ '^[a-z2-7]{26}$' THEN
    RAISE EXCEPTION 'Unable to convert text to UUID' USING ERRCODE = '22P02';
  END IF;
  -- Here a job is done before its statement is, so that there is nothing to wait for.
  SELECT job.status = 'completed' INTO succeeded FROM sys.jobs job WHERE job.job_id = $1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'job % does not exist', job_id USING ERRCODE = '42704';
  END IF;
END $$;`;

/** They run the client's statement, and the client owns what it makes. */
const STATEMENTS = `
CREATE OR REPLACE FUNCTION sys.create_index_async(statement text, table_name text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  before pg_catalog.oid[];
  made pg_catalog.oid;
  made_name pg_catalog.text;
  key_type pg_catalog.text;
BEGIN
  SELECT pg_catalog.array_agg(indexrelid) INTO before FROM pg_catalog.pg_index
    WHERE indrelid = pg_catalog.to_regclass(table_name);
  BEGIN
    EXECUTE statement;
  EXCEPTION WHEN unique_violation THEN
    RETURN sys.record_job('failed', SQLERRM, 'INDEX_BUILD', 1259, NULL, NULL);
  END;
  SELECT indexrelid, schema.nspname || '.' || class.relname INTO made, made_name
    FROM pg_catalog.pg_index
    JOIN pg_catalog.pg_class class ON class.oid = indexrelid
    JOIN pg_catalog.pg_namespace schema ON schema.oid = class.relnamespace
    WHERE indrelid = pg_catalog.to_regclass(table_name)
      AND indexrelid <> ALL (coalesce(before, '{}'));
  SELECT pg_catalog.format_type(atttypid, NULL) INTO key_type FROM pg_catalog.pg_attribute, pg_catalog.pg_index
    WHERE attrelid = made AND indexrelid = made AND attnum <= indnkeyatts
      AND atttypid IN ('json'::pg_catalog.regtype, 'jsonb'::pg_catalog.regtype);
  IF key_type IS NOT NULL THEN
    RAISE EXCEPTION 'datatype % is not supported in a key', key_type USING ERRCODE = '0A000';
  END IF;
  RETURN sys.record_job('completed', NULL, 'INDEX_BUILD', 1259, made, made_name);
END $$;

CREATE OR REPLACE FUNCTION sys.validate_constraint_async(statement text, table_name text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  subject pg_catalog.regclass := pg_catalog.to_regclass(table_name);
BEGIN
  EXECUTE statement;
  RETURN sys.record_job('completed', NULL, 'VALIDATE_CONSTRAINT', 1259, subject, subject::text);
EXCEPTION WHEN foreign_key_violation OR check_violation THEN
  RETURN sys.record_job('failed', SQLERRM, 'VALIDATE_CONSTRAINT', 1259, subject, subject::text);
END $$;

CREATE OR REPLACE PROCEDURE sys.alter_table_keeping_key(
  statement text, table_name text, columns text[], constraints text[]
) LANGUAGE plpgsql AS $$
DECLARE
  key_column pg_catalog.text;
BEGIN
  SELECT attname INTO key_column
    FROM pg_catalog.pg_constraint
    JOIN pg_catalog.pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE conrelid = pg_catalog.to_regclass(table_name) AND contype = 'p'
      AND attname = ANY (columns);
  IF FOUND THEN
    RAISE EXCEPTION 'cannot drop primary key column %', key_column USING ERRCODE = '0A000';
  END IF;
  PERFORM FROM pg_catalog.pg_constraint
    WHERE conrelid = pg_catalog.to_regclass(table_name) AND contype = 'p'
      AND conname = ANY (constraints);
  IF FOUND THEN
    RAISE EXCEPTION 'unsupported ALTER TABLE DROP CONSTRAINT statement' USING ERRCODE = '0A000';
  END IF;
  EXECUTE statement;
END $$;`;

const IAM = `
CREATE SEQUENCE IF NOT EXISTS sys.iam_oids START 26384;
CREATE TABLE IF NOT EXISTS sys.iam_grants (
  iam_oid oid PRIMARY KEY DEFAULT nextval('sys.iam_oids')::oid,
  arn text NOT NULL,
  pg_role_oid oid NOT NULL,
  grantor_pg_role_oid oid NOT NULL,
  UNIQUE (pg_role_oid, arn)
);

CREATE OR REPLACE VIEW sys.iam_pg_role_mappings AS
  SELECT iam_oid, arn, pg_role_oid, role.rolname AS pg_role_name, grantor_pg_role_oid,
    grantor.rolname AS grantor_pg_role_name
  FROM sys.iam_grants
  JOIN pg_catalog.pg_roles role ON role.oid = pg_role_oid
  JOIN pg_catalog.pg_roles grantor ON grantor.oid = grantor_pg_role_oid;
GRANT SELECT ON sys.iam_pg_role_mappings TO PUBLIC;

CREATE OR REPLACE PROCEDURE sys.iam_grant(role_name text, arn text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF arn !~ '^arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:.+' THEN
    RAISE EXCEPTION 'invalid ARN: %', arn USING ERRCODE = '22023';
  END IF;
  INSERT INTO sys.iam_grants (arn, pg_role_oid, grantor_pg_role_oid)
    VALUES ($2, quote_ident(role_name)::regrole, 'admin'::regrole)
    ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE PROCEDURE sys.iam_revoke(role_name text, arn text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM sys.iam_grants held
    WHERE held.pg_role_oid = quote_ident(role_name)::regrole AND held.arn = $2;
END $$;

REVOKE ALL ON PROCEDURE sys.iam_grant(text, text), sys.iam_revoke(text, text) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE sys.iam_grant(text, text), sys.iam_revoke(text, text) TO admin;`;

/** Several statements; also creates the role admin where there is none. */
export const SYS_SCHEMA_SQL = [SCHEMA, JOBS, STATEMENTS, IAM].join('\n');
