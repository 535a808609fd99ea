// The gateway's own statements, prepared once per connection under names of their own: a simple
// Query in their place would destroy what the client has prepared without a name.
import { serialize } from 'pg-protocol';
import { CAPTURE_SETTING } from '../catalog/install.ts';

const TEXTS = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ',
  begin_read_only: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  savepoint: 'SAVEPOINT occ',
  rollback_to: 'ROLLBACK TO SAVEPOINT occ',
  release: 'RELEASE SAVEPOINT occ',
  capture: `SELECT set_config('${CAPTURE_SETTING}', 'on', true)`,
} as const;

export type OwnStatement = keyof typeof TEXTS;

export const SYNC: Buffer = serialize.sync();

/** Sent once, at the start of a session. */
export const PREPARE_OWN: Buffer = Buffer.concat([
  ...Object.entries(TEXTS).map(([name, text]) => serialize.parse({ name: `occ_${name}`, text })),
  SYNC,
]);

/** Bind and Execute of each of them. */
export const RUN = Object.fromEntries(
  Object.keys(TEXTS).map((name) => [
    name,
    Buffer.concat([serialize.bind({ statement: `occ_${name}` }), serialize.execute()]),
  ]),
) as Readonly<Record<OwnStatement, Buffer>>;

/** No statement: it puts PostgreSQL's transaction into the failed state that the client is told of. */
export const POISON: Buffer = Buffer.concat([
  serialize.parse({
    name: 'occ_poison',
    text: 'the gateway refused a statement of this transaction',
  }),
  SYNC,
]);
