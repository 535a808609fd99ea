// What the server's thread and an engine's thread say to each other: calls with a number, and their
// answers, several in one message. Everything is plain data that a MessagePort can copy.
import type { Deployment, Order, Scope, Strategy } from '@worldseat/schema/domain';
import type { DsqlAccess, DsqlEndpoint } from '../engines/dsql/index.ts';
import type { Engine, Receipt } from '../engines/engine.ts';
import type { PostgresAddress, PostgresEngineId } from '../engines/postgres/index.ts';

/** An engine as the server sees it: a strategy is asked for by name. */
export interface RemoteEngine extends Omit<Engine, 'run'> {
  run(order: Order, strategy: Strategy): Promise<Receipt>;
  /** Says once which seats, in which rounds, countSold counts from now on. */
  setCounted(scope: Scope): Promise<void>;
  /** How many of them readTables shows as SOLD, in the first Region that could be read. Does not throw. */
  countSold(): Promise<number>;
}

/** Every method of an engine: a new one fails to compile until it is listed. */
const METHODS: Readonly<Record<MethodName, true>> = {
  run: true,
  resolve: true,
  recall: true,
  readBack: true,
  readLedger: true,
  readTables: true,
  setCounted: true,
  countSold: true,
  readSeat: true,
  readFloor: true,
  writeFloor: true,
  openRounds: true,
  measureLagMs: true,
  warm: true,
  health: true,
  close: true,
};

export type MethodName = {
  [Name in keyof RemoteEngine]: RemoteEngine[Name] extends (...args: never) => unknown
    ? Name
    : never;
}[keyof RemoteEngine];

export type EngineFacts = Omit<RemoteEngine, MethodName>;

export const METHOD_NAMES = Object.keys(METHODS) as readonly MethodName[];

/** Which engine to open, at which addresses. Plain data. */
export type EngineSettings = DsqlSettings | DynamoDbSettings | PostgresSettings;

export interface DsqlSettings {
  readonly id: 'dsql';
  readonly deployment: Deployment;
  /** What really runs, with {version} where the server's version belongs. */
  readonly components: string;
  /** One for each Region; all are endpoints of one database. */
  readonly endpoints: readonly DsqlEndpoint[];
  readonly access: DsqlAccess;
  /** Who buys; null: admin. */
  readonly role: string | null;
  readonly adoptsPublicTables: boolean;
  readonly connectionsPerRegion: number;
}

/** One PostgreSQL, put on trial at one of its isolation levels. */
export interface PostgresSettings {
  readonly id: PostgresEngineId;
  readonly deployment: Deployment;
  /** What really runs, with {version} where the server's version belongs. */
  readonly components: string;
  /** PostgreSQL has one: a name for where it stands. */
  readonly region: string;
  readonly address: PostgresAddress;
  readonly connectionsPerRegion: number;
}

export interface DynamoDbSettings {
  readonly id: 'dynamodb' | 'dynamodb-strong';
  readonly deployment: Deployment;
  readonly components: string;
  /** The address of a front or a stand-in; null: AWS's own. */
  readonly regions: readonly { readonly region: string; readonly endpoint: string | null }[];
  /** Null: the usual AWS credential chain. */
  readonly credentials: Credentials | null;
  readonly consistency: 'EVENTUAL' | 'STRONG';
  /** The third Region of STRONG tables in two; else null. */
  readonly witness: string | null;
  readonly tablePrefix: string;
  readonly connectionsPerRegion: number;
}

/** They travel by message only, and are never logged. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Several of them are one message. */
export interface Call {
  readonly call: number;
  readonly method: MethodName;
  readonly args: readonly unknown[];
}

/** An error in a form that keeps its class across threads. */
export interface Fault {
  readonly name: string;
  /** For an engine that does not answer: the reason alone. */
  readonly message: string;
  readonly engineId: string | null;
  readonly stack: string | null;
}

export type CallAnswer =
  | { readonly kind: 'value'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'fault'; readonly call: number; readonly fault: Fault };

export type ThreadMessage =
  | { readonly kind: 'opened'; readonly facts: EngineFacts }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'answers'; readonly answers: readonly CallAnswer[] }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly message: string;
    };
