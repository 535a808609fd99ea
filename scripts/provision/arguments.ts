// What the user asked for: the command line and the settings of the environment, read once. Every
// fault is reported together, in words, before anything is called.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readDynamoDb } from '../../server/src/config/dynamodb.ts';
import { Settings, type Environment } from '../../server/src/config/settings.ts';
import { ProvisionFault } from './fault.ts';
import type { GlobalTablesPlan } from './dynamodb/rules.ts';

export const USAGE = `Sets up what WorldSeat needs on AWS, and takes it away again.

  npm run provision -- dsql|dynamodb create|status|destroy [options]

Prints the calls that it would make, and the IAM policy that they need; makes them only with --apply.
Run it again after an interruption: it goes on from what exists. It sees and changes only what carries
its tag worldseat:name. status ends with 0 when everything is ready, else with 1.

  --apply                  make the calls
  --name NAME              of the set-up, kept as a tag (default worldseat)
  --regions A,B            default us-east-1,us-east-2
  --witness REGION         dsql: the third Region (default us-west-2)
  --ca-file FILE           dsql: written to .env, for endpoints that no public authority vouches for
  --prefix PREFIX          dynamodb: of the tables' names (default worldseat; STRONG: worldseat_strong)
  --consistency MODE       dynamodb: EVENTUAL (default) or STRONG
  --dotenv FILE            gets the settings for npm start (default .env)
  --limit-seconds N        the longest wait (default 900)
  --help

Credentials are those of the usual AWS chain. Stand-ins: AWS_ENDPOINT_URL_DSQL=http://…, and
DYNAMODB_ENDPOINTS=us-east-1=http://…,us-east-2=http://…
`;

export type Engine = 'dsql' | 'dynamodb';
export type Command = 'create' | 'status' | 'destroy';

export interface Arguments {
  readonly engine: Engine;
  readonly command: Command;
  readonly isApplied: boolean;
  readonly name: string;
  /** dsql. */
  readonly regions: readonly [string, string];
  readonly witness: string;
  readonly caFile: string | null;
  /** dynamodb. */
  readonly tables: Omit<GlobalTablesPlan, 'name'>;
  readonly envFile: string;
  readonly limitMs: number;
}

const OPTIONS = {
  apply: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  name: { type: 'string', default: 'worldseat' },
  regions: { type: 'string', default: 'us-east-1,us-east-2' },
  witness: { type: 'string', default: 'us-west-2' },
  'ca-file': { type: 'string' },
  prefix: { type: 'string' },
  consistency: { type: 'string' },
  dotenv: { type: 'string', default: '.env' },
  'limit-seconds': { type: 'string', default: '900' },
} as const;

const MAX_LIMIT_SECONDS = 86_400;

/** @returns null when help was asked for. @throws ProvisionFault WRONG_ARGUMENTS */
export function readArguments(argv: readonly string[], environment: Environment): Arguments | null {
  const { values, positionals } = parse(argv);
  if (values.help) return null;
  const faults: string[] = [];
  const [engine, command, ...more] = positionals;
  const known = isEngine(engine) && isCommand(command) && more.length === 0;
  if (!known) faults.push('Say dsql or dynamodb, then create, status or destroy.');
  const regions = values.regions.split(',').map((region) => region.trim());
  if (!/^[a-zA-Z0-9_.-]{1,64}$/.test(values.name)) {
    faults.push(`--name must be 1 to 64 of a-z, A-Z, 0-9, _, . and -, not "${values.name}".`);
  }
  if (engine === 'dsql') faults.push(...pairFaults(regions, values.witness));
  const settings = new Settings({
    ...environment,
    DYNAMODB_REGIONS: regions.join(','),
    ...(values.prefix === undefined ? {} : { DYNAMODB_TABLE_PREFIX: values.prefix }),
    ...(values.consistency === undefined
      ? {}
      : { WORLDSEAT_DYNAMODB_CONSISTENCY: values.consistency }),
  });
  const tables = readTables(settings);
  if (engine === 'dynamodb') faults.push(...settings.faults);
  const limitSeconds = readLimit(values['limit-seconds'], faults);
  if (faults.length > 0 || !known) throw wrong(faults);
  const caFile = values['ca-file'] ?? environment['DSQL_CA_FILE'] ?? null;
  return {
    engine,
    command,
    isApplied: values.apply,
    name: values.name,
    regions: [regions[0] ?? '', regions[1] ?? ''],
    witness: values.witness,
    caFile: caFile === null ? null : resolve(caFile),
    tables,
    envFile: resolve(values.dotenv),
    limitMs: limitSeconds * 1000,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrong([error instanceof Error ? error.message : String(error)]);
  }
}

function wrong(faults: readonly string[]): ProvisionFault {
  return new ProvisionFault('WRONG_ARGUMENTS', `${faults.join('\n')}\n\n${USAGE}`);
}

const isEngine = (text: unknown): text is Engine => text === 'dsql' || text === 'dynamodb';

function isCommand(text: unknown): text is Command {
  return text === 'create' || text === 'status' || text === 'destroy';
}

function pairFaults(regions: readonly string[], witness: string): string[] {
  const three = [...regions, witness];
  const faults = three
    .filter((region) => !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    .map((region) => `"${region}" is no Region; write one as in us-east-1.`);
  if (regions.length !== 2) faults.push('A multi-Region cluster has exactly two --regions.');
  if (new Set(three).size !== three.length) {
    faults.push('The two --regions and the --witness must be different Regions.');
  }
  return faults;
}

function readTables(settings: Settings): Omit<GlobalTablesPlan, 'name'> {
  const { consistency, witness, tablePrefix: prefix, ...place } = readDynamoDb(settings);
  const regions =
    place.kind === 'REMOTE'
      ? place.regions
      : place.regions.map((region) => ({ region, endpoint: null }));
  return { regions, consistency, witness, prefix };
}

function readLimit(text: string, faults: string[]): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= MAX_LIMIT_SECONDS) return seconds;
  faults.push(`--limit-seconds must be a whole number from 1 to ${MAX_LIMIT_SECONDS}.`);
  return 1;
}
