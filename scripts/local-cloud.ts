// `npm run local-cloud`: the embedded cloud alone, for programs that want the two databases and not
// WorldSeat. Standard output is for its one announcement; everything else goes to standard error.
// Exit code 0 stopped, 1 a part died or could not be closed, 2 not started: wrong arguments,
// settings, folder or port, said in one line.
import { join } from 'node:path';
import { ConfigError } from '@worldseat/server/config';
import { DataFolderError } from '../server/src/data-folder.ts';
import { readCredentials } from '../server/src/local/dsql/process/credentials.ts';
import { readArguments, USAGE, UsageError, type Arguments } from './local-cloud/arguments.ts';
import { readCloudConfig } from './local-cloud/config.ts';
import { jsonLine, words } from './local-cloud/describe.ts';
import { CloudError, openLocalCloud } from './local-cloud/open.ts';

/** What the caller can put right: said in one line, without a stack. */
const CALLERS_FAULTS = [UsageError, ConfigError, DataFolderError, CloudError];
/** Closing that takes longer is given up. */
const CLOSE_LIMIT_MS = 20_000;

async function run({ json, ...ports }: Extract<Arguments, { command: 'run' }>): Promise<void> {
  const opening = openLocalCloud({ config: readCloudConfig(process.env), ...ports });
  stopOnSignals(opening);
  const cloud = await opening;
  if (json) console.log(jsonLine(cloud.facts));
  else console.log(words(cloud.facts));
  const death = await cloud.died;
  console.error(death.message);
  await cloud.close();
  process.exit(1);
}

/** The first signal stops everything in order, also while it is still opening. */
function stopOnSignals(opening: ReturnType<typeof openLocalCloud>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      console.error(`Closing took more than ${CLOSE_LIMIT_MS / 1_000} s; gave up.`);
      process.exit(1);
    }, CLOSE_LIMIT_MS).unref();
    // What cannot be opened says so itself.
    const cloud = await opening.catch(() => null);
    await cloud?.close();
    process.exit(0);
  };
  const onSignal = () => {
    stop().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

async function printToken(options: Extract<Arguments, { command: 'token' }>): Promise<void> {
  const folder = join(readCloudConfig(process.env).dataDir, 'dsql');
  const credentials = await readCredentials(folder);
  if (credentials === null) throw new CloudError(`No cloud was ever started in ${folder}.`);
  const { signToken } = await import('../server/src/local/dsql/process/sign-token.ts');
  console.log(await signToken({ ...options, credentials, hostname: '127.0.0.1' }));
}

try {
  const options = readArguments(process.argv.slice(2));
  await (options.command === 'run' ? run(options) : printToken(options));
} catch (error) {
  if (!CALLERS_FAULTS.some((Fault) => error instanceof Fault)) throw error;
  console.error((error as Error).message);
  if (error instanceof UsageError) console.error(USAGE);
  process.exit(2);
}
