// An engine that burst once and is not open now, such as one that the lab had opened. Its facts are
// those of the burst's file, else those of the lab's list; nothing is on sale there.
import type { EngineView, FloorView } from '../services.ts';
import { BadRequest } from '../services.ts';
import type { GraphContext } from './builder.ts';
import { historyOf } from './burst-file.ts';

/** A floor without a seat: there is nothing to buy. */
export const CLOSED_FLOOR: FloorView = {
  venue: {
    id: 'closed',
    name: 'Not open',
    seatCount: 0,
    sections: [],
    bounds: [0, 0, 0, 0],
    pitch: [0, 0, 0, 0],
  },
  round: 0,
  revision: 0,
  sold: 0,
  tickets: 0,
  oversold: 0,
  packed: [],
};

/**
 * The engine that a burst ran on, open or not.
 * @throws BadRequest for an engine that nobody knows
 */
export async function engineOfBurst(
  context: GraphContext,
  burst: { readonly id: string; readonly engineId: string },
): Promise<EngineView> {
  const { services } = context;
  const open = services.engine(burst.engineId);
  if (open !== null) return open;
  const known = services.labEngines().find(({ id }) => id === burst.engineId);
  const recorded = (await historyOf(context, burst.id))?.header.engine;
  const strategies = known?.strategies ?? [];
  if (recorded !== undefined) return { ...recorded, strategies, lagMs: null, onStage: false };
  if (known === undefined) {
    throw new BadRequest(`The engine of burst ${burst.id} is not known any more.`, 'engine');
  }
  return {
    ...known,
    // Without a file nobody recorded where it ran: the least that it can have been.
    deployment: 'EMBEDDED',
    components: 'not open, and not recorded',
    regions: [],
    lagMs: null,
    onStage: false,
  };
}
