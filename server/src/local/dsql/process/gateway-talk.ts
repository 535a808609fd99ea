// What the parent and the process of one Region's gateway say to each other. A private key and the
// secret key travel here, by message: never in arguments or the environment, where others can look.
import type { Faults } from '../faults.ts';
import type { GatewayOptions, GatewayState } from '../gateway.ts';

export interface GatewayTalk {
  readonly start: {
    readonly options: Omit<GatewayOptions, 'onFault'>;
    /** In force before the first connection is taken. */
    readonly faults: Partial<Faults>;
  };
  readonly ready: { readonly port: number };
  /** Changes the faults (null: only asks). */
  readonly question: { readonly faults: Partial<Faults> | null };
  readonly answer: GatewayState;
}
