// What the Witness says of one seat.
import { LIMITS } from '../domain/index.ts';
import type { SeatFinding } from '../services.ts';
import { builder } from './builder.ts';
import { SaleRef } from './ledger.ts';
import { connectionOf, firstInput } from './pages.ts';
import { VerdictResultRef } from './witness-words.ts';

const HOLDERS = LIMITS.holders.max;

export const SeatVerdictRef = builder.objectRef<SeatFinding>('SeatVerdict').implement({
  description: 'What the Witness says of one seat, in its round.',
  fields: (t) => ({
    seat: t.exposeID('seatId', { description: 'The seat.' }),
    round: t.exposeInt('round', { description: 'Its round.' }),
    confirmed: t.exposeInt('confirmed', { description: 'Its sales in the committed ledger.' }),
    doubleSells: t.exposeInt('doubleSells', { description: 'Sales beyond the first.' }),
    result: t.expose('result', { type: VerdictResultRef, description: 'Of this seat alone.' }),
    holders: t.field({
      type: [SaleRef],
      description:
        'Who holds a ticket, in the order of sale. `confirmed` counts all, and the ledger query ' +
        'pages through them.',
      args: {
        first: t.arg.int({
          defaultValue: HOLDERS,
          description: `How many at most, 0 to ${HOLDERS}.`,
        }),
      },
      resolve: ({ holders }, { first }) => holders.slice(0, firstInput(first ?? HOLDERS, HOLDERS)),
    }),
  }),
});

export const OversoldSeatConnectionRef = connectionOf(
  'OversoldSeat',
  'oversold seats',
  SeatVerdictRef,
);
