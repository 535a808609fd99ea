// When each Region first knew that a seat was sold.
import type { FirstKnown, RegionKnowledge } from '../history/index.ts';
import { builder } from './builder.ts';
import { msOf } from './durations.ts';
import { SaleRef } from './ledger.ts';
import { OutcomeRef } from './words.ts';

const RegionKnowledgeRef = builder.objectRef<RegionKnowledge>('RegionKnowledge').implement({
  description:
    'The first purchase in one Region that found the seat sold, or sold it there itself.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'The Region.' }),
    afterMs: t.float({
      nullable: true,
      description:
        'Milliseconds after the first sale’s commit had returned; below 0: its commit was read ' +
        'before it had returned. Null: no purchase here found the seat sold.',
      resolve: ({ afterNs }) => msOf(afterNs),
    }),
    orderId: t.exposeID('orderId', { nullable: true, description: 'The order that tells.' }),
    buyer: t.exposeString('buyer', { nullable: true, description: 'Whose order it is.' }),
    outcome: t.expose('outcome', {
      type: OutcomeRef,
      nullable: true,
      description: 'REJECTED: it read the seat sold. Any other: it sold the seat here itself.',
    }),
  }),
});

export const FirstKnownRef = builder.objectRef<FirstKnown>('FirstKnown').implement({
  description: 'When each Region first knew that a seat was sold, by what purchases read.',
  fields: (t) => ({
    seat: t.exposeID('seatId', { description: 'The seat.' }),
    firstSale: t.expose('firstSale', {
      type: SaleRef,
      nullable: true,
      description: 'The sale whose commit returned first; null: none, or nobody tells when.',
    }),
    regions: t.expose('regions', {
      type: [RegionKnowledgeRef],
      description: 'One entry a Region, in the order of the engine.',
    }),
  }),
});
