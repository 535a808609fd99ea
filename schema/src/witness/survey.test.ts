// W1 to W5 are looked into only where the survey leaves room for a breach: exactly there.
import { describe, expect, it } from 'vitest';
import type { Answer, SeatRow } from '../domain/index.ts';
import { Records } from './records/index.ts';
import { suspectOrders, suspectRejections, suspectSeats, type Wanted } from './suspects.ts';
import { survey, type Survey } from './survey.ts';
import { releaseOf, rowOf, saleOf, told } from './testing.ts';

const SEATS = ['A1', 'A2', 'A3'];
const AROUND = { ledgerFinal: true, historyFinal: true, tablesRead: true };

const order = (
  name: string,
  seatId: string,
  callNs: number,
  outcome: Answer['outcome'],
): Answer => ({
  ...{ ...told(name, 'us-east-1', outcome, seatId), callNs, returnNs: callNs + 10 },
  rejectionReason: outcome === 'REJECTED' ? 'SEAT_TAKEN' : null,
});
const ana = order('Ana', 'A2', 50, 'CONFIRMED');
const bo = order('Bo', 'A2', 30, 'CONFIRMED');

function recordsOf(hear: (records: Records) => void, rows: readonly SeatRow[] = []): Records {
  const records = new Records(new Map(SEATS.map((seatId) => [seatId, 4])), 0);
  const shown = new Map(SEATS.map((seatId) => [seatId, rowOf(seatId, 4, null)]));
  for (const row of rows) shown.set(row.seatId, row);
  records.hearTable({ region: 'us-east-1', rows: [...shown.values()] });
  hear(records);
  return records;
}

/** What is found at A2; of the others it must be nothing. */
function foundAtA2(hear: (records: Records) => void): Record<keyof Survey, number> {
  const found = survey(recordsOf(hear));
  const at = (seat: number) =>
    Object.fromEntries(Object.entries(found).map(([key, of]) => [key, (of as Int32Array)[seat]]));
  for (const seat of [0, 2]) expect(at(seat)).toEqual(NOTHING);
  return at(1) as Record<keyof Survey, number>;
}

const NOTHING = {
  ...{ sales: 0, unsold: 0, ghosts: 0, undecided: 0, firstTicketNs: Infinity, givenBack: 0 },
};

describe('the survey of a seat', () => {
  it('counts sales, and when the first of its orders was called', () => {
    const found = foundAtA2((records) => {
      for (const answer of [ana, bo, order('Cy', 'A2', 70, 'CONFIRMED')]) {
        records.hearAnswer(answer);
        records.hearSale(saleOf(answer));
      }
    });
    expect(found).toEqual({ ...NOTHING, sales: 3, firstTicketNs: 30 });
  });

  it('counts who was told CONFIRMED and has no sale, and who has a sale and was not told', () => {
    const found = foundAtA2((records) => {
      for (const answer of [ana, { ...bo, orderId: 'other' }]) records.hearAnswer(answer);
      records.hearSale(saleOf(bo));
    });
    expect(found).toEqual({ ...NOTHING, sales: 1, unsold: 2, ghosts: 1, firstTicketNs: 0 });
  });

  it('counts answers that are missing: they hold no ticket for certain', () => {
    const found = foundAtA2((records) => {
      records.hearAnswer({ ...ana, outcome: 'INDETERMINATE' });
      records.hearAnswer({ ...bo, outcome: 'INDETERMINATE' });
    });
    expect(found).toEqual({ ...NOTHING, undecided: 2 });
  });

  it.each(['REJECTED', 'FAILED'] as const)(
    'takes %s for the decision of a missing answer',
    (it) => {
      const missing = { ...ana, outcome: 'INDETERMINATE' } as const;
      const found = foundAtA2((records) => {
        // Those of another round do not count; of the others at A2, one was decided.
        records.hearAnswer({ ...missing, seatId: 'A3', round: 3 });
        records.hearAnswer({ ...bo, outcome: 'INDETERMINATE' });
        records.hearAnswer(missing);
        records.hearAnswer({ ...ana, outcome: it });
        records.hearAnswer(order('Di', 'A2', 1, 'REJECTED'));
      });
      expect(found).toEqual({ ...NOTHING, undecided: 1 });
    },
  );

  it('decides an order at the seats only where it was decided', () => {
    const missing = SEATS.map((seatId) => ({ ...ana, seatId, outcome: 'INDETERMINATE' as const }));
    const { undecided } = survey(
      recordsOf((records) => {
        for (const answer of missing) records.hearAnswer(answer);
        records.hearAnswer({ ...ana, seatId: 'A3', outcome: 'REJECTED' });
        records.hearAnswer({ ...ana, seatId: 'A1', outcome: 'FAILED' });
      }),
    );
    expect([...undecided]).toEqual([0, 1, 0]);
  });

  it('notes that a ticket was given back, or may have been, but not what was refused', () => {
    const found = (outcome: 'RELEASED' | 'INDETERMINATE' | 'FAILED') =>
      foundAtA2((records) => {
        records.hearAnswer(ana);
        records.hearSale(saleOf(ana));
        records.hearRelease(releaseOf(ana, 70, 80, outcome));
      });
    const sold = { ...NOTHING, sales: 1, firstTicketNs: 50 };
    expect(found('RELEASED')).toEqual({ ...sold, givenBack: 1 });
    expect(found('INDETERMINATE')).toEqual({ ...sold, givenBack: 1 });
    expect(found('FAILED')).toEqual(sold);
  });
});

describe('seats that have to be looked at', () => {
  const suspect = (records: Records, around = AROUND) => [
    ...suspectSeats(records, survey(records), around),
  ];
  const sell =
    (...answers: Answer[]) =>
    (records: Records) => {
      for (const answer of answers) {
        records.hearAnswer(answer);
        records.hearSale(saleOf(answer));
      }
    };

  it('are none of a legal floor: sold, free, or shown by no table', () => {
    expect(suspect(recordsOf(sell(ana), [rowOf('A2', 4, ana)]))).toEqual([0, 0, 0]);
    const lost = { ...bo, outcome: 'INDETERMINATE' } as const;
    const both = (records: Records) => {
      // Heard of after the sale, and before it: neither of them is the holder.
      records.hearAnswer({ ...lost, orderId: 'before' });
      sell(ana)(records);
      records.hearAnswer(lost);
    };
    expect(suspect(recordsOf(both, [rowOf('A2', 4, ana)]))).toEqual([0, 0, 0]);
    const another = (records: Records) => {
      records.hearAnswer({ ...lost, seatId: 'A1', orderId: 'at-A1' });
      both(records);
    };
    expect(suspect(recordsOf(another, [rowOf('A2', 4, ana)]))).toEqual([0, 0, 0]);
    expect(suspect(new Records(new Map([['A1', 4]]), 0))).toEqual([0]);
  });

  it('W1 those with two sales, whatever else is known', () => {
    const records = recordsOf(sell(ana, bo), [rowOf('A2', 4, bo)]);
    const unknown = { ledgerFinal: false, historyFinal: false, tablesRead: false };
    expect(suspect(records, unknown)).toEqual([0, 1, 0]);
  });

  it('W2 those with a confirmation and no sale, once the ledger is final', () => {
    const records = recordsOf((it) => it.hearAnswer(ana));
    expect(suspect(records)).toEqual([0, 1, 0]);
    expect(suspect(records, { ...AROUND, ledgerFinal: false })).toEqual([0, 0, 0]);
  });

  it('W3 those with a sale that nobody was told of, once the history is whole', () => {
    const records = recordsOf((it) => it.hearSale(saleOf(ana)), [rowOf('A2', 4, ana)]);
    expect(suspect(records)).toEqual([0, 1, 0]);
    expect(suspect(records, { ...AROUND, historyFinal: false })).toEqual([0, 0, 0]);
  });

  it.each<[string, SeatRow]>([
    ['available', rowOf('A2', 4, null)],
    ['of another round', rowOf('A2', 5, ana)],
    ['of another owner', rowOf('A2', 4, { ...ana, buyer: 'Bo' })],
    ['of another order', rowOf('A2', 4, { ...ana, orderId: 'other' })],
  ])('W4 those that were sold, and whose row is %s', (_, row) => {
    const records = recordsOf(sell(ana), [row]);
    expect(suspect(records)).toEqual([0, 1, 0]);
    expect(suspect(records, { ...AROUND, ledgerFinal: false })).toEqual([0, 0, 0]);
    expect(suspect(records, { ...AROUND, tablesRead: false })).toEqual([0, 0, 0]);
  });

  it('W4 those that are shown sold without a sale, or after it was given back', () => {
    expect(suspect(recordsOf(() => 0, [rowOf('A2', 4, ana)]))).toEqual([0, 1, 0]);
    const givenBack = (records: Records) => {
      sell(ana)(records);
      records.hearRelease(releaseOf(ana, 70, 80));
    };
    expect(suspect(recordsOf(givenBack, [rowOf('A2', 4, ana)]))).toEqual([0, 1, 0]);
  });

  it('W5 those with a rejection that returned before a ticket was called for, or was given back', () => {
    const wantedOf = (hear: (records: Records) => void) => {
      const records = recordsOf(hear);
      const wanted: Wanted = new Map();
      suspectRejections(records, survey(records), wanted);
      return [...wanted];
    };
    const early = { ...order('Cy', 'A2', 1, 'REJECTED'), returnNs: 49 };
    const inTime = { ...order('Di', 'A2', 1, 'REJECTED'), returnNs: 50 };
    const failed = { ...order('Eli', 'A2', 1, 'FAILED'), returnNs: 2 };
    const limited = { ...early, orderId: 'limited', rejectionReason: 'FAN_LIMIT' } as const;
    const hear = (records: Records) => {
      sell(ana)(records);
      for (const answer of [failed, early, limited, inTime]) records.hearAnswer(answer);
    };
    expect(wantedOf(hear)).toEqual([[1, new Set(['order-Cy'])]]);
    const given = (records: Records) => {
      hear(records);
      records.hearRelease(releaseOf(ana, 70, 80));
    };
    expect(wantedOf(given)).toEqual([[1, new Set(['order-Cy', 'order-Di'])]]);
    expect(wantedOf((records) => records.hearAnswer(inTime))).toEqual([[1, new Set(['order-Di'])]]);
  });

  it('W3 W4 ask, at suspect seats only, of ghosts and of a shown order that has no sale', () => {
    const wantedOf = (seats: number[], hear: (records: Records) => void, row?: SeatRow) => {
      const records = recordsOf(hear, row === undefined ? [] : [row]);
      const wanted: Wanted = new Map();
      suspectOrders(records, survey(records), Uint8Array.from(seats), AROUND, wanted);
      return [...wanted];
    };
    const ghost = (records: Records) => {
      sell(bo)(records);
      records.hearAnswer({ ...bo, orderId: 'told-only' });
      records.hearRelease(releaseOf({ ...bo, orderId: 'given-back-only' }, 70));
      records.hearSale(saleOf(ana));
    };
    const asked = [[1, new Set(['order-Ana'])]];
    expect(wantedOf([0, 1, 1], ghost, rowOf('A2', 4, bo))).toEqual(asked);
    expect(wantedOf([1, 0, 1], ghost, rowOf('A2', 4, bo))).toEqual([]);
    expect(wantedOf([0, 1, 0], sell(bo), rowOf('A2', 4, ana))).toEqual(asked);
    expect(wantedOf([0, 1, 0], sell(ana), rowOf('A2', 4, ana))).toEqual([]);
    expect(wantedOf([0, 1, 0], sell(ana), rowOf('A2', 4, { ...ana, buyer: 'Bo' }))).toEqual(asked);
  });
});
