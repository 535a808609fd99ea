// The command line of `npm run local-cloud`, read once. Whatever is wrong with it is one sentence.
import { parseArgs } from 'node:util';

export const REGIONS = ['us-east-1', 'us-east-2'] as const;

export const USAGE = `Usage:
  npm run local-cloud                      the embedded cloud, until Ctrl-C
  npm run local-cloud -- --json            the same, announced by one line of JSON
    --dsql-ports 5433,5434                 ports of the DSQL endpoints; default: any that are free
    --dynamodb-ports 8001,8002             of the DynamoDB endpoints; default: any that are free
    --control-plane-port 4566              default: any that is free
  npm run local-cloud -- token             prints a password for psql, signed with the cloud's key
    --region us-east-1                     whose endpoint it is for; default us-east-1
    --user admin                           admin, or a database role; default admin
    --expires-in 900                       seconds, at most 604800; default 900
The data is in .worldseat/local-cloud, or in the folder that WORLDSEAT_DATA names.`;

export type Arguments =
  | {
      readonly command: 'run';
      readonly json: boolean;
      /** Region → port; empty: any. */
      readonly dsqlPorts: Readonly<Record<string, number>>;
      readonly dynamodbPorts: Readonly<Record<string, number>>;
      /** 0: any. */
      readonly controlPlanePort: number;
    }
  | {
      readonly command: 'token';
      readonly region: string;
      readonly user: string;
      readonly expiresInS: number;
    };

export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}

const MAX_PORT = 65_535;
/** Aurora DSQL: one week. */
const MAX_TOKEN_S = 604_800;

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  return args[0] === 'token' ? readToken(args.slice(1)) : readRun(args);
}

function readRun(args: readonly string[]): Arguments {
  const values = parse(args, {
    json: 'boolean',
    'dsql-ports': 'string',
    'dynamodb-ports': 'string',
    'control-plane-port': 'string',
  });
  return {
    command: 'run',
    json: values['json'] === true,
    dsqlPorts: readPorts('--dsql-ports', values['dsql-ports']),
    dynamodbPorts: readPorts('--dynamodb-ports', values['dynamodb-ports']),
    controlPlanePort: whole(
      '--control-plane-port',
      values['control-plane-port'] ?? '0',
      0,
      MAX_PORT,
    ),
  };
}

function readToken(args: readonly string[]): Arguments {
  const values = parse(args, { region: 'string', user: 'string', 'expires-in': 'string' });
  const region = String(values['region'] ?? REGIONS[0]);
  if (!REGIONS.some((known) => known === region)) {
    throw new UsageError(`--region must be one of ${REGIONS.join(', ')}, not "${region}"`);
  }
  const expiresInS = whole('--expires-in', values['expires-in'] ?? '900', 1, MAX_TOKEN_S);
  return { command: 'token', region, user: String(values['user'] ?? 'admin'), expiresInS };
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function parse(args: readonly string[], types: Record<string, 'string' | 'boolean'>): Values {
  const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function readPorts(name: string, given: string | boolean | undefined): Record<string, number> {
  if (given === undefined) return {};
  const ports = String(given).split(',');
  if (ports.length !== REGIONS.length || new Set(ports).size !== ports.length) {
    throw new UsageError(`${name} must be ${REGIONS.length} different ports, not "${given}"`);
  }
  return Object.fromEntries(
    REGIONS.map((region, index) => [region, whole(name, ports[index] ?? '', 1, MAX_PORT)]),
  );
}

function whole(name: string, given: string | boolean, min: number, max: number): number {
  const value = Number(given);
  if (/^\d+$/.test(String(given)) && value >= min && value <= max) return value;
  throw new UsageError(`${name} takes whole numbers from ${min} to ${max}, not "${given}"`);
}
