// What is said about a running cloud: one line of JSON for programs; for people, its addresses and
// commands that work as they stand when they are pasted into a shell.
import { join } from 'node:path';

export interface CloudFacts {
  readonly dataDir: string;
  readonly caFile: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly credentialsFile: string;
  readonly dsql: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  readonly dynamodb: Readonly<Record<string, string>>;
  readonly controlPlane: string;
}

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** The documented line: exactly these names. */
export function jsonLine(facts: CloudFacts): string {
  const { caFile, accessKeyId, secretAccessKey, dsql, dynamodb, controlPlane } = facts;
  return JSON.stringify({ caFile, accessKeyId, secretAccessKey, dsql, dynamodb, controlPlane });
}

export function words(facts: CloudFacts): string {
  const { caFile, credentialsFile, dsql, dynamodb, controlPlane, dataDir } = facts;
  const addresses = [
    ...Object.entries(dsql).map(([region, { host, port }]) => ['DSQL', region, `${host}:${port}`]),
    ...Object.entries(dynamodb).map(([region, url]) => ['DynamoDB', region, url]),
    ['control plane', '', controlPlane],
    ['CA', '', caFile],
    ['access key', '', credentialsFile],
    ['data', '', dataDir],
  ].map(([what = '', region = '', at = '']) => `  ${what.padEnd(14)}${region.padEnd(11)}${at}`);
  const samples = sampleCommands(facts).map(({ title, command }) => `# ${title}\n${command}`);
  return [
    'The local cloud is ready.',
    ...addresses,
    '',
    'Commands to paste into another shell:',
    '',
    samples.join('\n\n'),
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

export interface SampleCommand {
  readonly title: string;
  readonly command: string;
}

/** For a POSIX shell, in any folder. */
export function sampleCommands(facts: CloudFacts): SampleCommand[] {
  const [region = '', { host, port } = { host: '', port: 0 }] = Object.entries(facts.dsql)[0] ?? [];
  const tls = `PGSSLMODE=verify-full PGSSLROOTCERT=${quoted(facts.caFile)}`;
  const psql = `psql --host ${host} --port ${port} --username admin postgres`;
  const aws = `AWS_SHARED_CREDENTIALS_FILE=${quoted(facts.credentialsFile)} aws --profile default`;
  const dynamodb = facts.dynamodb[region] ?? '';
  return [
    {
      title: `SQL in ${region}; the password is a token that is good for 15 minutes`,
      command: `PGPASSWORD="$(${tokenCommand(facts, region)})" ${tls} ${psql}`,
    },
    {
      title: 'DynamoDB',
      command: `${aws} dynamodb list-tables --region ${region} --endpoint-url ${dynamodb}`,
    },
    {
      title: 'The control plane',
      command: `${aws} dsql list-clusters --region ${region} --endpoint-url ${facts.controlPlane}`,
    },
  ];
}

function tokenCommand({ dataDir }: CloudFacts, region: string): string {
  const npm = `npm --prefix ${quoted(PROJECT_DIR)} run --silent local-cloud`;
  return `WORLDSEAT_DATA=${quoted(dataDir)} ${npm} -- token --region ${region}`;
}

/** As one word of a shell, inside or outside of double quotes' command substitutions. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
