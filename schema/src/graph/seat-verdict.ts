// What the Witness says of one seat.
import { LIMITS } from '../domain/index.ts';
import { BadRequest, type SeatFinding } from '../services.ts';
import { builder } from './builder.ts';
import { SaleRef } from './ledger.ts';
import { connectionOf } from './pages.ts';
import { VerdictResultRef } from './witness-words.ts';

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
          defaultValue: LIMITS.holders.max,
          description: `How many at most, 0 to ${LIMITS.holders.max}.`,
        }),
      },
      resolve: ({ holders }, { first }) => holders.slice(0, holdersInput(first)),
    }),
  }),
});

export const OversoldSeatConnectionRef = connectionOf(
  'OversoldSeat',
  'oversold seats',
  SeatVerdictRef,
);

function holdersInput(first: number | null | undefined): number {
  const { max } = LIMITS.holders;
  const asked = first ?? max;
  if (asked >= 0 && asked <= max) return asked;
  throw new BadRequest(`"first" must be from 0 to ${max}, not ${asked}.`, 'first');
}
