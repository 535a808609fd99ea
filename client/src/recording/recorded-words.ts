// What a recording is called, for people. Pure.
import type { History, Recording } from '@worldseat/schema/history';
import { SCENARIO_WORDS } from '../lab/grid.ts';
import { counted } from '../state/words.ts';

/**
 * "Cup final · the fan limit", or "One seat: 60 buyers, seat A1" where nobody gave it a name.
 * @param recording null: bursts of this server
 */
export function recordedWords(
  recording: Pick<Recording, 'title' | 'takes'> | null,
  take: number,
  histories: readonly History[],
): string {
  const burst = histories[0]?.header.burst;
  const label = recording?.takes[take]?.label ?? '';
  const named = [...new Set([recording?.title ?? '', label])].filter((part) => part !== '');
  if (named.length > 0 || burst === undefined) return named.join(' · ');
  const where = burst.seatId === null ? '' : `, seat ${burst.seatId}`;
  return `${SCENARIO_WORDS[burst.scenario].title}: ${counted(burst.buyers, 'buyer')}${where}`;
}
