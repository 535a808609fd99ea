// The Witness's verdict as a person in the last row should read it. Only what the server said goes
// in; nothing is guessed, and no verdict yet is not a good verdict.
import type { Verdict } from '../api/news.ts';
import type { Tone } from '../floor/palette.ts';
import { count, counted } from './words.ts';

type Counts = Pick<Verdict, 'result' | 'sales' | 'seatsSold' | 'doubleSells' | 'hiddenSales'>;

export interface VerdictFacts extends Counts {
  readonly reasons: readonly string[];
  readonly unreadRegions: readonly string[];
}

export interface VerdictWords {
  readonly tone: Tone;
  /** The number on the pitch, and what it counts. */
  readonly hero: string;
  readonly caption: string;
  readonly headline: string;
  readonly detail: string;
  /** The same where there is little room. */
  readonly brief: string;
}

/** What each verdict is said with: colour, and a shape of its own. */
export const VERDICT_TONES: Readonly<Record<Verdict['result'], Tone>> = {
  LINEARIZABLE: 'good',
  VIOLATED: 'bad',
  UNPROVEN: 'unproven',
};

type Telling = (verdict: VerdictFacts) => Pick<VerdictWords, 'headline' | 'detail' | 'brief'>;

const TELLINGS: Readonly<Record<Verdict['result'], Telling>> = {
  LINEARIZABLE: (verdict) => ({
    headline: 'Every sold seat has one owner',
    ...witnessed(verdict),
  }),
  VIOLATED: brokenWords,
  UNPROVEN: (verdict) => ({ headline: 'Not proven', ...reasoned(verdict) }),
};

export function verdictWords(verdict: VerdictFacts | null): VerdictWords {
  if (verdict !== null) {
    const { result } = verdict;
    return { tone: VERDICT_TONES[result], ...heroOf(verdict), ...TELLINGS[result](verdict) };
  }
  return {
    tone: 'unproven',
    ...NO_NUMBER,
    headline: 'No verdict yet',
    detail: 'The Witness is reading the ledger.',
    brief: 'The Witness is reading the ledger.',
  };
}

const NO_NUMBER = { hero: '–', caption: 'tickets too many' } as const;

/** None found in a ledger that was not read whole is not none. */
function heroOf({
  doubleSells,
  unreadRegions,
}: VerdictFacts): Pick<VerdictWords, 'hero' | 'caption'> {
  if (doubleSells === 0 && unreadRegions.length > 0) return NO_NUMBER;
  return {
    hero: count(doubleSells),
    caption: doubleSells === 1 ? 'ticket too many' : 'tickets too many',
  };
}

function brokenWords(verdict: VerdictFacts): Pick<VerdictWords, 'headline' | 'detail' | 'brief'> {
  const { doubleSells } = verdict;
  if (doubleSells === 0) return { headline: 'A promise was broken', ...reasoned(verdict) };
  const headline =
    doubleSells === 1
      ? '1 fan holds a worthless ticket'
      : `${count(doubleSells)} fans hold a worthless ticket`;
  return { headline, ...witnessed(verdict) };
}

function witnessed(verdict: VerdictFacts): Pick<VerdictWords, 'detail' | 'brief'> {
  const { sales, seatsSold, hiddenSales } = verdict;
  const brief = `${counted(sales, 'ticket')} for ${counted(seatsSold, 'seat')}`;
  const hidden = hiddenSales === 0 ? '' : `; the table hides ${count(hiddenSales)}`;
  return { detail: `Witness: ${brief}${hidden}`, brief };
}

function reasoned({ reasons }: VerdictFacts): Pick<VerdictWords, 'detail' | 'brief'> {
  const reason = reasons[0] ?? 'The Witness gives no reason.';
  return { detail: reason, brief: reason };
}
