// An index on Aurora DSQL is built in the background: the statement answers the id of a job.
import type { MakeIndex } from '../sql/schema/make-index.ts';
import { awaitJob } from './index-job.ts';

export const makeIndexInBackground: MakeIndex = async ({ index, pool, run, log }) => {
  const [job] = await run(`CREATE INDEX ASYNC IF NOT EXISTS ${index}`);
  // Its end changes the catalogue once more: better now than under the first buyers.
  if (job?.job_id !== undefined && job.job_id !== null) await awaitJob(pool, job.job_id, log);
};
