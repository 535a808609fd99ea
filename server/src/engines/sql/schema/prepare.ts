// Gets the database ready for an engine. Whoever buys looks first; admin connects only when
// something is missing, so that a server can run without admin's rights once all is made.
import { faultKind, messageOf } from '../faults.ts';
import type { RegionPool } from '../region-pool.ts';
import { isComplete, setUp, type SetUpOptions } from './set-up.ts';

/** The database does not let a user in; the message says what to do. */
export class UserRefused extends Error {
  override readonly name = 'UserRefused';
  readonly code = 'USER_REFUSED';
}

/**
 * @param pool of whoever buys
 * @param openAdminPool one connection; closed here
 * @throws UserRefused, IndexJobFailed, and what the database answers
 */
export async function prepare(
  pool: RegionPool,
  openAdminPool: () => RegionPool,
  options: SetUpOptions,
): Promise<void> {
  const { role } = options;
  if (role !== null && (await isComplete(pool, role).catch(() => false))) return;
  const admin = openAdminPool();
  try {
    await setUp(admin, options);
  } catch (error) {
    const words = `${admin.user}, who makes what is missing, is not let in`;
    throw refusalInWords(error, admin, words);
  } finally {
    await admin.close();
  }
  if (role === null) return;
  await isComplete(pool, role).catch((error: unknown) => {
    const words = `role ${role} is not let in (${options.howToLetIn(role)})`;
    throw refusalInWords(error, pool, words);
  });
}

function refusalInWords(error: unknown, { dialect }: RegionPool, words: string): unknown {
  if (faultKind(error, dialect) !== 'ACCESS_DENIED') return error;
  return new UserRefused(`${words}: ${messageOf(error)}`, { cause: error });
}
