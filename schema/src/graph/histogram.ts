// The latencies of a burst as a histogram that can be laid over any other.
import { countLatencies, LATENCY_EDGES_MS } from '../domain/index.ts';
import type { BurstView } from '../services.ts';
import { builder, type GraphContext } from './builder.ts';
import { historyOf } from './burst-file.ts';
import { BurstRef } from './burst.ts';
import { msOf } from './durations.ts';

interface Histogram {
  readonly counts: readonly number[];
}

const LatencyHistogramRef = builder.objectRef<Histogram>('LatencyHistogram').implement({
  description:
    'Answers of a burst by latency. The buckets are the same for every burst, so that two of them ' +
    'can share an axis.',
  fields: (t) => ({
    edgesMs: t.floatList({
      description:
        'Edges of the buckets in milliseconds, ascending and evenly spread on a logarithmic axis, ' +
        'from 0.5 to 60,000: one more than there are counts.',
      resolve: () => [...LATENCY_EDGES_MS],
    }),
    counts: t.intList({
      description:
        'Answers in each bucket, from its edge up to, but without, the next. A latency beyond the ' +
        'edges counts in the first bucket or in the last: the counts add up to all answers.',
      resolve: ({ counts }) => [...counts],
    }),
  }),
});

builder.objectField(BurstRef, 'histogram', (t) =>
  t.field({
    type: LatencyHistogramRef,
    description:
      'Its answers so far by latency, queueing included. Of a burst that an earlier version ran: ' +
      'counted from its file, and empty when that cannot be read.',
    resolve: async (burst, _args, context) => ({ counts: await countsOf(burst, context) }),
  }),
);

async function countsOf(burst: BurstView, context: GraphContext): Promise<readonly number[]> {
  if (burst.latencyCounts !== null) return burst.latencyCounts;
  // One old file that is broken must not take a whole list of bursts with it.
  const history = await historyOf(context, burst.id).catch(() => null);
  const answers = history?.answers ?? [];
  return countLatencies(answers.map((answer) => msOf(answer.returnNs - answer.intendedNs)));
}
