// W5: when a seat was certainly free, by whom that is bounded, and what lies wholly inside.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../domain/index.ts';
import { freeStretches, stretchAround } from './free-stretches.ts';
import type { Ticket } from './records/index.ts';
import { releaseOf, soldTicket, told, untold } from './testing.ts';

const confirmed = (name: string, callNs: number, returnNs: number): Answer => ({
  ...told(name, 'us-east-1', 'CONFIRMED'),
  ...{ callNs, returnNs },
});

const sold = (name: string, callNs: number, returnNs: number, ...given: [number, number] | []) => {
  const answer = confirmed(name, callNs, returnNs);
  return soldTicket(answer, given.length === 2 ? releaseOf(answer, ...given) : null);
};

describe('W5 a seat is certainly free', () => {
  const maybe = (name: string, callNs: number): Ticket => {
    const answer = { ...confirmed(name, callNs, 99), outcome: 'INDETERMINATE' as const };
    return { ...soldTicket(answer), sale: null };
  };
  const free = (...tickets: readonly Ticket[]) =>
    [tickets, tickets.toReversed()].map((some) =>
      freeStretches(some).map(({ afterNs, beforeNs, after, before }) => {
        const [giver, next] = [after, before].map((it) => it?.told?.buyer ?? '-');
        return `${afterNs} ${giver} to ${beforeNs} ${next}`;
      }),
    );
  const inAnyOrder = (...stretches: string[]) => [stretches, stretches];

  it('always, where nobody held it; and before and between those who did', () => {
    expect(free()).toEqual(inAnyOrder('-Infinity - to Infinity -'));
    expect(free(sold('Ana', 10, 20, 30, 40), sold('Bo', 50, 60, 70, 80))).toEqual(
      inAnyOrder('-Infinity - to 10 Ana', '40 Ana to 50 Bo', '80 Bo to Infinity -'),
    );
    expect(free(untold(sold('Ana', 10, 20)))[0]?.[0]).toBe('-Infinity - to -Infinity -');
  });

  it('counts a confirmation without a sale, and a sale without a confirmation', () => {
    const ana = sold('Ana', 10, 20, 30, 40);
    const missing = soldTicket(
      { ...confirmed('Ana', 10, 20), outcome: 'INDETERMINATE' },
      ana.release,
    );
    const stretches = inAnyOrder('-Infinity - to 10 Ana', '40 Ana to Infinity -');
    expect(free({ ...ana, sale: null })).toEqual(stretches);
    expect(free(missing)).toEqual(stretches);
    // Who may have it besides cannot have had it before, unless all others are in doubt, too.
    const kept = { release: null, returned: null };
    for (const certain of [{ ...ana, sale: null }, missing]) {
      expect(free({ ...certain, ...kept }, maybe('Cy', 5))).toEqual(
        inAnyOrder('-Infinity - to 10 Ana', 'Infinity Ana to Infinity -'),
      );
    }
  });

  it('is held no earlier than the one before gave it back, nor later than the next had it', () => {
    const ana = sold('Ana', 10, 20, 30, 90);
    const bo = sold('Bo', 1, 60, 95, 99);
    expect(free(ana, bo)).toEqual(
      inAnyOrder('-Infinity - to 10 Ana', '60 Ana to 30 Bo', '99 Bo to Infinity -'),
    );
  });

  it('takes each by itself, where they cannot all have followed each other', () => {
    expect(free(sold('Ana', 10, 20, 30, 40), sold('Bo', 12, 22, 50, 60), maybe('Cy', 70))).toEqual(
      inAnyOrder(
        ...['-Infinity - to 10 Ana', '40 Ana to 12 Bo', '60 Bo to 70 Cy'],
        'Infinity Cy to Infinity -',
      ),
    );
    expect(free(maybe('Cy', 5), sold('Ana', 10, 20), sold('Bo', 12, 22))[0]).toEqual([
      ...['-Infinity - to 5 Cy', 'Infinity Cy to 10 Ana', 'Infinity Cy to 12 Bo'],
      'Infinity Cy to Infinity -',
    ]);
  });

  it('takes two whose answers were lost for two', () => {
    const lost = (name: string, callNs: number) =>
      soldTicket({ ...confirmed(name, callNs, 99), lost: true });
    expect(free(lost('Ana', 10), lost('Bo', 12), maybe('Cy', 5))[0]?.[0]).toBe(
      '-Infinity - to 5 Cy',
    );
  });

  it('ends for good with the first who may have got it, once all others gave it back', () => {
    const ana = sold('Ana', 10, 20, 30, 40);
    expect(free(ana, maybe('Di', 60), maybe('Cy', 50))).toEqual(
      inAnyOrder('-Infinity - to 10 Ana', '40 Ana to 50 Cy', 'Infinity Cy to Infinity -'),
    );
    expect(free(sold('Ana', 10, 20), maybe('Cy', 5))).toEqual(
      inAnyOrder('-Infinity - to 10 Ana', 'Infinity Ana to Infinity -'),
    );
    const [early, late] = [sold('Ana', 10, 20, 30, 40), sold('Bo', 50, 60)];
    expect(free(early, late, maybe('Cy', 5))).toEqual(
      inAnyOrder(...['-Infinity - to 10 Ana', '40 Ana to 50 Bo', 'Infinity Bo to Infinity -']),
    );
  });

  it('names, of those of one moment, who called first and who gave it back last', () => {
    const [ana, bo] = [sold('Ana', 2, 5, 5, 9), sold('Bo', 1, 5, 5, 7)];
    expect(free(ana, bo)).toEqual(inAnyOrder('-Infinity - to 1 Bo', '9 Ana to Infinity -'));
    const [cy, di] = [sold('Cy', 1, 5, 5, 9), sold('Di', 1, 5, 5, 9)];
    expect(free(cy, di)).toEqual(inAnyOrder('-Infinity - to 1 Cy', '9 Cy to Infinity -'));
    const eli = sold('Eli', 12, 15, 15, 19);
    const [first, second] = [sold('Fay', 11, 15, 15, 18), eli];
    expect(free(ana, bo, first, second)).toEqual(
      inAnyOrder('-Infinity - to 1 Bo', '9 Ana to 11 Fay', '19 Eli to Infinity -'),
    );
    expect(free(maybe('Bo', 5), maybe('Ana', 5))[0]?.[0]).toBe('-Infinity - to 5 Ana');
  });

  it('follows, of those that were held from one moment on, the order in which they ended', () => {
    const ana = sold('Ana', 2, 5, 5, 9);
    expect(free(ana, sold('Bo', 1, 5, 30, 40))).toEqual(
      inAnyOrder('-Infinity - to 2 Ana', '5 Ana to 5 Bo', '40 Bo to Infinity -'),
    );
    expect(free(sold('Ana', 2, 3, 9, 10), sold('Bo', 1, 9, 9, 12))).toEqual(
      inAnyOrder('-Infinity - to 2 Ana', '9 Ana to 9 Bo', '12 Bo to Infinity -'),
    );
    expect(free(ana, sold('Bo', 1, 5, 5, 7), sold('Cy', 3, 20, 30, 40))).toEqual(
      inAnyOrder('-Infinity - to 1 Bo', '9 Ana to 5 Cy', '40 Cy to Infinity -'),
    );
  });

  it('is so during what is wholly inside of a stretch; ties are not', () => {
    const stretches = freeStretches([sold('Ana', 10, 20, 30, 40), sold('Bo', 50, 60, 70, 80)]);
    const around = (callNs: number, returnNs: number) => {
      const found = stretchAround(stretches, { callNs, returnNs });
      return found === null ? -1 : stretches.indexOf(found);
    };
    const spans = [
      ...[around(0, 9), around(0, 10), around(10, 11), around(40, 49), around(41, 49)],
      ...[around(41, 50), around(80, 81), around(81, 90), around(0, 90)],
    ];
    expect(spans).toEqual([0, -1, -1, -1, 1, -1, -1, 2, -1]);
    expect(stretchAround([], { callNs: 0, returnNs: 1 })).toBe(null);
    expect(stretchAround(stretches, { callNs: -Infinity, returnNs: 1 })).toBe(null);
  });
});
