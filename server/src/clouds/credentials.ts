// Whoever is to talk to AWS, or to a stand-in that asks who is there, must have credentials: looked
// for before anything is started, so that a server without them starts no part of itself.
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import { ConfigError, type Config, type EngineId } from '../config.ts';

/** @throws ConfigError when the usual AWS credential chain finds none */
export async function requireCredentials({ engines, ...config }: Config): Promise<void> {
  const remote = engines.filter((id) => ASKS_AWS[id](config));
  if (remote.length === 0) return;
  try {
    // Signing reads the chain, and sends nothing.
    await new DsqlSigner({ hostname: 'none', region: 'us-east-1' }).getDbConnectAuthToken();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError([
      `AWS credentials are needed for ${remote.join(' and ')}, and none were found (${reason}): ` +
        'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or run with a role.',
    ]);
  }
}

type Places = Pick<Config, 'dsql' | 'dynamodb'>;

/** Whether AWS, or a stand-in for it, is asked for this engine. */
const ASKS_AWS: Readonly<Record<EngineId, (config: Places) => boolean>> = {
  dsql: ({ dsql }) => dsql.kind === 'REMOTE',
  dynamodb: ({ dynamodb }) => dynamodb.kind === 'REMOTE',
  'dynamodb-strong': ({ dynamodb }) => dynamodb.kind === 'REMOTE',
  postgres: () => false,
  'postgres-repeatable-read': () => false,
  'postgres-serializable': () => false,
};
