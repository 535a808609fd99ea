// Which purchase functions the engines on stage have in common, and who lacks one. Pure.
import type { Strategy } from '@worldseat/schema/domain';
import { STRATEGY_WORDS } from '../lab/grid.ts';

/** An engine by name, and the purchase functions that it has the means for. */
export interface EngineOffer {
  readonly name: string;
  readonly strategies: readonly Strategy[];
}

/** @returns why not every engine on stage can run it, or null */
export function refusalOf(strategy: Strategy, offers: readonly EngineOffer[]): string | null {
  const lacking = offers.filter(({ strategies }) => !strategies.includes(strategy));
  if (lacking.length === 0) return null;
  const names = lacking.map(({ name }) => name).join(' and ');
  return `${names} cannot run the ${STRATEGY_WORDS[strategy].title.toLowerCase()} code.`;
}
