// Who won, by Region and by place in the queue.
import type { Fairness, RegionWinners, Winner } from '../history/index.ts';
import { builder } from './builder.ts';
import { SaleRef } from './ledger.ts';
import { byPosition, pageOf } from './list-page.ts';
import { connectionOf, pageArguments, pageInput } from './pages.ts';

const WINNERS_A_PAGE = 100;

const RegionWinnersRef = builder.objectRef<RegionWinners>('RegionWinners').implement({
  description: 'How the orders of one Region fared.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'Where the buyers pressed first.' }),
    orders: t.exposeInt('orders', { description: 'Orders from there.' }),
    winners: t.exposeInt('winners', { description: 'Those of them that have a sale.' }),
    shareOfOrders: t.exposeFloat('shareOfOrders', { description: 'Of all orders, 0 to 1.' }),
    shareOfWinners: t.exposeFloat('shareOfWinners', {
      nullable: true,
      description: 'Of all winners, 0 to 1; null when nobody won. Fair: about shareOfOrders.',
    }),
  }),
});

const WinnerRef = builder.objectRef<Winner>('Winner').implement({
  description: 'One sale, and where its buyer stood in the queue of the seat.',
  fields: (t) => ({
    sale: t.expose('sale', { type: SaleRef, description: 'The committed sale.' }),
    rank: t.exposeInt('rank', {
      nullable: true,
      description: 'Place by time of the call, from 1; null: no answer is recorded.',
    }),
    of: t.exposeInt('of', { description: 'Orders for the same seat that were answered.' }),
  }),
});

const WinnerConnectionRef = connectionOf('Winner', 'winners', WinnerRef);

export const FairnessRef = builder.objectRef<Fairness>('Fairness').implement({
  description: 'Whether every Region had its share, and the first comers their seats.',
  fields: (t) => ({
    regions: t.expose('regions', {
      type: [RegionWinnersRef],
      description: 'One entry a Region, in the order of the engine.',
    }),
    firstInLine: t.exposeInt('firstInLine', {
      description: 'Winners who had called before everybody else who wanted their seat.',
    }),
    medianRank: t.exposeInt('medianRank', {
      nullable: true,
      description: 'Half of the winners stood at most here in the queue; null without a winner.',
    }),
    winners: t.field({
      type: WinnerConnectionRef,
      description: 'Each sale with its buyer’s place, in the order of sale.',
      args: pageArguments(WINNERS_A_PAGE),
      resolve: ({ winners }, page) => pageOf(winners, byPosition, pageInput(page, WINNERS_A_PAGE)),
    }),
  }),
});
