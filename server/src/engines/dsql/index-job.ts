// Waits for an index that Aurora DSQL builds in the background.
import { setTimeout as pause } from 'node:timers/promises';
import type { RegionPool } from '../sql/region-pool.ts';

/** Then we go on without: an index that is being built only makes reading faster. */
const LIMIT_MS = 120_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/** The job ended without an index. */
export class IndexJobFailed extends Error {
  override readonly name = 'IndexJobFailed';
  readonly code = 'INDEX_JOB_FAILED';
}

/** @throws IndexJobFailed, and what the database answers */
export async function awaitJob(
  pool: RegionPool,
  jobId: string,
  log: (message: string) => void,
): Promise<void> {
  const untilMs = performance.now() + LIMIT_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const [job] = await pool.query<{ status: string; details: string | null }>({
      text: 'SELECT status, details FROM sys.jobs WHERE job_id = $1',
      values: [jobId],
    });
    if (job?.status === 'completed') return;
    if (job?.status === 'failed' || job?.status === 'cancelled') {
      throw new IndexJobFailed(`index job ${jobId} ${job.status}: ${job.details ?? 'no reason'}`);
    }
    if (performance.now() > untilMs) {
      log(
        `index job ${jobId} is ${job?.status ?? 'unknown'} after ${LIMIT_MS / 1_000} s; going on`,
      );
      return;
    }
    await pause(pauseMs);
  }
}
