// One Region's gateway, kept running: always on the port that it got first, with the switches that
// are on. Counts ("the next 3 commits …") end with the process that was counting.
import { SOURCES } from '../../../compiled.mjs';
import { KeptChild, type KeptChildOptions } from '../../supervision/kept-child.ts';
import { NO_FAULTS, type Faults } from '../faults.ts';
import type { GatewayOptions, GatewayState } from '../gateway.ts';
import type { GatewayTalk } from './gateway-talk.ts';

export interface RegionGatewayOptions extends Pick<KeptChildOptions<GatewayTalk>, 'log'> {
  readonly region: string;
  /** All but the port that it keeps; may come later, while the process loads. */
  readonly gateway: Promise<Omit<GatewayOptions, 'onFault'>>;
  readonly onExit?: (reason: string) => void;
}

type Switches = Pick<Faults, 'cut' | 'asleep' | 'unavailableApplied'>;

const switchesOf = ({ cut, asleep, unavailableApplied }: Switches): Switches => ({
  cut,
  asleep,
  unavailableApplied,
});

export class RegionGateway {
  /** Resolves when it listens. */
  readonly opened: Promise<{ readonly port: number }>;
  readonly #child: KeptChild<GatewayTalk>;
  /** What the next process starts with. */
  #switches = switchesOf(NO_FAULTS);

  constructor({ region, gateway, log, onExit }: RegionGatewayOptions) {
    this.#child = new KeptChild<GatewayTalk>({
      name: `the gateway of ${region}`,
      entry: new URL('local/dsql/process/child.ts', SOURCES),
      settings: async (before) => {
        const options = await gateway;
        return {
          options: { ...options, port: before?.port ?? options.port },
          faults: this.#switches,
        };
      },
      log,
      ...(onExit === undefined ? {} : { onExit }),
    });
    this.opened = this.#child.opened;
  }

  get pid(): number | null {
    return this.#child.pid;
  }

  /** While it is being started, waits for that. @throws when it is down for good, or silent */
  async setFaults(change: Partial<Faults>): Promise<void> {
    this.#switches = switchesOf({ ...this.#switches, ...change });
    await this.#child.ask({ faults: change });
  }

  state(): Promise<GatewayState> {
    return this.#child.ask({ faults: null });
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
