// What came out of one cell of the lab.
import type { LabFigures } from '../services.ts';
import { builder } from './builder.ts';
import { VerdictResultRef } from './witness-words.ts';

export const LabFiguresRef = builder.objectRef<LabFigures>('LabFigures').implement({
  description: 'One cell of the lab in figures, worked out from its burst’s file.',
  fields: (t) => ({
    result: t.expose('result', { type: VerdictResultRef, description: 'The verdict.' }),
    reasons: t.exposeStringList('reasons', { description: 'Of the verdict; at most 12.' }),
    sales: t.exposeInt('sales', { description: 'Sales in the committed ledger.' }),
    doubleSells: t.exposeInt('doubleSells', { description: 'Sales beyond the first of a seat.' }),
    predictedDoubleSells: t.exposeFloat('predictedDoubleSells', {
      description:
        'Double sells that are expected from what was measured: the time from read to write, the ' +
        'lag between Regions, and how close together the buyers came.',
    }),
    overLimit: t.exposeInt('overLimit', {
      description: 'Tickets beyond what the rule allows each fan; 0 without a rule.',
    }),
    abortsPerSale: t.exposeFloat('abortsPerSale', {
      nullable: true,
      description: 'Attempts that were refused, for each sale; null without a sale.',
    }),
    p50Ms: t.exposeFloat('p50Ms', {
      nullable: true,
      description: 'Half of the buyers waited at most this, in milliseconds.',
    }),
    p99Ms: t.exposeFloat('p99Ms', {
      nullable: true,
      description: '99 of 100 buyers waited at most this, in milliseconds.',
    }),
    ordersPerSecond: t.exposeFloat('ordersPerSecond', { description: 'Orders answered a second.' }),
  }),
});
