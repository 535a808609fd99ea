// What the page knows that a plan to break it is checked against.
import type { DraftStage } from './break-it-draft.svelte.ts';
import { refusalOf, type EngineOffer } from './offers.ts';
import type { World } from './world.svelte.ts';

type Known = Pick<World, 'engines' | 'isSeat' | 'focusSeat' | 'room'>;

export function draftStageOf(world: Known, offers: readonly EngineOffer[]): DraftStage {
  const { engines, focusSeat, room } = world;
  const counts = engines.flatMap(({ model }) => model?.shape.seatCount ?? []);
  return {
    isSeat: (id) => world.isSeat(id),
    seatCount: counts.length === 0 ? null : Math.min(...counts),
    refuses: (strategy) => refusalOf(strategy, offers),
    focusSeat,
    regions: new Set(engines.flatMap(({ info }) => info.regions)).size,
    engines: engines.length,
    people: room.people,
  };
}
