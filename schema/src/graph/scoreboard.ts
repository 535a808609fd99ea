// The count of a burst: what buyers believed, what the ledger holds, what the seats table shows.
import type { ScoreboardView } from '../services.ts';
import { builder } from './builder.ts';

const latency = (share: string): { nullable: true; description: string } => ({
  nullable: true,
  description: `Latency, queueing included: ${share}, in milliseconds; null before any answer.`,
});

export const ScoreboardRef = builder.objectRef<ScoreboardView>('Scoreboard').implement({
  description: 'A burst in numbers. `confirmed` and `oversold` are read back from the database.',
  fields: (t) => ({
    told: t.exposeInt('told', { description: 'Buyers who were told CONFIRMED.' }),
    confirmed: t.exposeInt('confirmed', { description: 'Sales in the committed ledger.' }),
    tableShows: t.exposeInt('tableShows', {
      description: 'Seats that the seats table shows as sold: one owner each.',
    }),
    oversold: t.exposeInt('oversold', {
      description: 'Sales beyond the first of each seat: tickets without a seat.',
    }),
    rejected: t.exposeInt('rejected', { description: 'Buyers who were told REJECTED.' }),
    indeterminate: t.exposeInt('indeterminate', { description: 'Buyers whose answer was lost.' }),
    failed: t.exposeInt('failed', { description: 'Orders that certainly sold nothing.' }),
    maxRetries: t.exposeInt('maxRetries', {
      description: 'Most attempts of any one order beyond its first.',
    }),
    elapsedMs: t.exposeFloat('elapsedMs', {
      description: 'Milliseconds from the start of the burst to its last answer so far.',
    }),
    p50Ms: t.exposeFloat('p50Ms', latency('half of the buyers waited at most this')),
    p95Ms: t.exposeFloat('p95Ms', latency('95 of 100 buyers waited at most this')),
    p99Ms: t.exposeFloat('p99Ms', latency('99 of 100 buyers waited at most this')),
    maxMs: t.exposeFloat('maxMs', latency('the longest wait')),
  }),
});
