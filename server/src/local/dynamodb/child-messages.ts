// What the server and the process of the embedded DynamoDB say to each other, over Node's IPC.
import type { ReplicationState } from './cloud.ts';
import type { Faults } from './faults.ts';
import type { ReplicationSettings } from './network.ts';

/** Told to stop, the process gives requests under way this long to end. */
export const CLOSE_LIMIT_MS = 2000;

export type ToChild =
  | {
      readonly type: 'start';
      readonly dataDir: string;
      readonly ports: Readonly<Record<string, number>>;
      readonly settings: ReplicationSettings;
      /** Region → its faults from the start. */
      readonly faults: Readonly<Record<string, Partial<Faults>>>;
      readonly seed: number;
    }
  /** Each of these is answered by 'state' with the same id. settings null: only asks. */
  | {
      readonly type: 'replication';
      readonly id: number;
      readonly settings: ReplicationSettings | null;
    }
  | {
      readonly type: 'faults';
      readonly id: number;
      readonly region: string;
      readonly faults: Partial<Faults>;
    }
  | { readonly type: 'stop' };

export type FromChild =
  | { readonly type: 'ready'; readonly ports: Readonly<Record<string, number>> }
  /** storeIsClosed: another process uses the folder, and may be about to end; or it is damaged. */
  | { readonly type: 'failed'; readonly reason: string; readonly storeIsClosed: boolean }
  | { readonly type: 'state'; readonly id: number; readonly state: ReplicationState }
  | { readonly type: 'fault'; readonly message: string };
