// Settings from the `.env` of the project folder. What the environment has already wins, so that
// one run can differ from the file.
import { join } from 'node:path';

/**
 * @param {string} folder
 * @returns {string | null} the file that was read; null: there is none. Throws when it is unreadable
 */
export function readEnvFile(folder) {
  const file = join(folder, '.env');
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
  return file;
}
