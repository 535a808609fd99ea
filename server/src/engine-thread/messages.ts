// What the server's thread and an engine's thread say to each other: calls with a number, and their
// answers. Everything is plain data that a MessagePort can copy.
import type { Strategy } from '@worldseat/schema/domain';
import type { Engine, Receipt } from '../engines/engine.ts';
import type { Order } from '@worldseat/schema/domain';

/** An engine as the server sees it: a strategy is asked for by name. */
export interface RemoteEngine extends Omit<Engine, 'run'> {
  run(order: Order, strategy: Strategy): Promise<Receipt>;
}

/** Every method of an engine: a new one fails to compile until it is listed. */
const METHODS: Readonly<Record<MethodName, true>> = {
  run: true,
  resolve: true,
  recall: true,
  readBack: true,
  readLedger: true,
  readTables: true,
  readSeat: true,
  readFloor: true,
  writeFloor: true,
  openRounds: true,
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
export type EngineSettings = DsqlSettings | DynamoDbSettings;

export interface DsqlSettings {
  readonly id: 'dsql';
  readonly regions: readonly string[];
  readonly socketDir: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly connectionsPerRegion: number;
}

export interface DynamoDbSettings {
  readonly id: 'dynamodb';
  /** Region → address. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly components: string;
  readonly connectionsPerRegion: number;
}

export interface CallMessage {
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

export type AnswerMessage =
  | { readonly kind: 'opened'; readonly facts: EngineFacts }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'value'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'fault'; readonly call: number; readonly fault: Fault }
  | {
      readonly kind: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: object;
      readonly message: string;
    };
