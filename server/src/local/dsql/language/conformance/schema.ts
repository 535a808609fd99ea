// The tables that the conformance table speaks of. Each statement is one that Aurora DSQL takes,
// and is a transaction of its own.

export const CONFORMANCE_SCHEMA: readonly string[] = [
  'CREATE TABLE conf_parent (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL)',
  'CREATE TABLE conf_child (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), ' +
    'parent_id uuid NOT NULL REFERENCES conf_parent(id))',
  'CREATE TABLE conf_idx (id uuid PRIMARY KEY, value text, doc jsonb)',
  'CREATE TABLE conf_bulk (id int)',
  'CREATE TABLE conf_drop_me (id int)',
  'CREATE TABLE conf_alter (id int PRIMARY KEY, a text, b int)',
  'CREATE TABLE conf_alter_pk (id int PRIMARY KEY, a text)',
  'CREATE TABLE conf_alter_fk (id int PRIMARY KEY, parent_id uuid)',
  'CREATE TABLE conf_rename (id int PRIMARY KEY, a text)',
  'CREATE TABLE conf_no_key (id int, v text)',
  'CREATE ROLE conf_role WITH LOGIN',
  `INSERT INTO conf_parent (id, name) VALUES ('00000000-0000-0000-0000-0000000000aa', 'seed')`,
];

/** Of the row that every reading case finds. */
export const SEED_ID = '00000000-0000-0000-0000-0000000000aa';
