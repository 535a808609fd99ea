// Ask it anything: what people ask of a burst, answered from its file alone. Everything here is null
// until the burst has a file.
import * as history from '../history/index.ts';
import { BadRequest } from '../services.ts';
import { builder } from './builder.ts';
import { BurstRef } from './burst.ts';
import { findingOf, fromFile, verdictOf } from './burst-file.ts';
import { FairnessRef } from './fairness.ts';
import { FirstKnownRef } from './first-known.ts';
import { SaleConnectionRef } from './ledger.ts';
import { pageOf } from './list-page.ts';
import { pageArguments, pageInput } from './pages.ts';
import { quoted } from './quoted.ts';
import { VerdictRef } from './verdict.ts';
import { WrongRejectionConnectionRef } from './wrong-rejection.ts';

const PAGE_SIZE = 100;
const WHICH_SEAT = 'Of the burst; when not said, the contested seat, else the one sold most often.';

/** @throws BadRequest for a seat that the burst did not sell */
function seatOf(told: history.History, seat: string | null | undefined): string {
  const wanted = seat ?? history.seatInQuestion(told);
  if (wanted !== null && told.scope.has(wanted)) return wanted;
  throw new BadRequest(`The burst had no seat ${quoted(wanted ?? '')} on sale.`, 'seat');
}

builder.objectFields(BurstRef, (t) => ({
  verdict: t.field({
    type: VerdictRef,
    nullable: true,
    description:
      'The verdict on this burst, judged anew from its file alone; readAt is the last moment that ' +
      'the file tells of. Null until it has a file.',
    resolve: fromFile(verdictOf),
  }),
  holders: t.field({
    type: SaleConnectionRef,
    nullable: true,
    description: 'Who holds a ticket for a seat, by the ledger of this burst.',
    args: {
      seat: t.arg.id({ description: WHICH_SEAT }),
      except: t.arg.string({ description: 'Leave out this buyer, or this order id: who else?' }),
      ...pageArguments(PAGE_SIZE),
    },
    resolve: fromFile((told, { seat, except, ...page }) =>
      pageOf(
        history.holdersOf(told, seatOf(told, seat), except ?? null),
        ({ id }) => id,
        pageInput(page, PAGE_SIZE),
      ),
    ),
  }),
  wrongRejections: t.field({
    type: WrongRejectionConnectionRef,
    nullable: true,
    description:
      'Who was told no while the seat was certainly free, and what shows it (W5): the first ' +
      `${history.LISTED_REJECTIONS}; totalCount counts all.`,
    args: pageArguments(PAGE_SIZE),
    resolve: fromFile((told, page) => ({
      ...pageOf(
        history.wrongRejections(told),
        ({ answer }) => answer.orderId,
        pageInput(page, PAGE_SIZE),
      ),
      totalCount: findingOf(told).wrongRejections,
    })),
  }),
  firstKnown: t.field({
    type: FirstKnownRef,
    nullable: true,
    description: 'When each Region first knew that a seat was sold.',
    args: { seat: t.arg.id({ description: WHICH_SEAT }) },
    resolve: fromFile((told, { seat }) => history.firstKnown(told, seatOf(told, seat))),
  }),
  fairness: t.field({
    type: FairnessRef,
    nullable: true,
    description: 'Winners by Region, and where they stood in the queue.',
    resolve: fromFile((told) => history.fairnessOf(told)),
  }),
}));
