// What opens the engine.
import type { Deployment } from '@worldseat/schema/domain';
import type { Log } from '../../log.ts';
import type { RememberOrder } from './order-index.ts';
import type { RegionAddress } from './region-client.ts';

/** EVENTUAL: asynchronous, the last writer wins. STRONG: every Region reads what was written. */
export type Consistency = 'EVENTUAL' | 'STRONG';

export interface DynamoDbEngineOptions {
  /** Names the engine in messages and faults. Default "dynamodb". */
  readonly id?: string;
  /** At least one; the tables are made in the first one and rounds are opened there. */
  readonly regions: readonly RegionAddress[];
  /** Default "worldseat". */
  readonly tablePrefix?: string;
  /** Default EVENTUAL. Tables of one mode can never become tables of the other. */
  readonly consistency?: Consistency;
  /** The Region of STRONG tables in two Regions that holds no data. */
  readonly witness?: string;
  readonly deployment: Deployment;
  /** What really runs, in words. */
  readonly components: string;
  /** The fixed size of each Region's pool. Default 64. */
  readonly socketsPerRegion?: number;
  /**
   * Which orders can be repeated by their buyer: they are looked up before they run and get a
   * pointer after their sale. Default: all but ids that begin with "burst-".
   */
  readonly rememberOrder?: RememberOrder;
  readonly log: Log;
}
