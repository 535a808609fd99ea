// Two bursts side by side, from their files.
import {
  compareFigures,
  type FigureComparison,
  figuresOf,
  type History,
  isSamePlan,
} from '../history/index.ts';
import { BadRequest, type BurstView } from '../services.ts';
import { BreakItRef } from './break-it.ts';
import { builder, type GraphContext } from './builder.ts';
import { BurstRef } from './burst.ts';
import { findingOf, historyOf } from './burst-file.ts';
import { quoted } from './quoted.ts';

interface Side {
  readonly burst: BurstView;
  readonly history: History;
}
interface Comparison {
  readonly a: Side;
  readonly b: Side;
}

const FigureComparisonRef = builder.objectRef<FigureComparison>('FigureComparison').implement({
  description: 'One figure of two bursts.',
  fields: (t) => ({
    figure: t.exposeString('figure', {
      description: 'Its name, which ends in its unit: "p99Ms". A name without a unit counts.',
    }),
    a: t.exposeFloat('a', { nullable: true, description: 'Of the first; null: it has none.' }),
    b: t.exposeFloat('b', { nullable: true, description: 'Of the second; null: it has none.' }),
    difference: t.exposeFloat('difference', {
      nullable: true,
      description: 'b - a; null when either is.',
    }),
    ratio: t.exposeFloat('ratio', {
      nullable: true,
      description: 'b / a; null when either is, and when a is 0.',
    }),
  }),
});

const BurstComparisonRef = builder.objectRef<Comparison>('BurstComparison').implement({
  description: 'Two bursts side by side.',
  fields: (t) => ({
    a: t.field({ type: BurstRef, description: 'The first.', resolve: ({ a }) => a.burst }),
    b: t.field({ type: BurstRef, description: 'The second.', resolve: ({ b }) => b.burst }),
    samePlan: t.boolean({
      description:
        'True when both had the same seed, scenario and buyers, and order for order the same seat, ' +
        'buyer and Region: only then does a difference speak of what ran them.',
      resolve: ({ a, b }) => isSamePlan(a.history, b.history),
    }),
    figures: t.field({
      type: [FigureComparisonRef],
      description: 'Their figures, always the same ones in the same order.',
      resolve: ({ a, b }) => compareFigures(figuresAt(a), figuresAt(b)),
    }),
  }),
});

const figuresAt = ({ history }: Side) => figuresOf(history, findingOf(history));

builder.queryField('compareBursts', (t) =>
  t.field({
    type: BurstComparisonRef,
    nullable: true,
    description: 'Two bursts side by side, each worked out from its file.',
    args: {
      a: t.arg.id({ required: true, description: 'The burst to compare with.' }),
      b: t.arg.id({ required: true, description: 'The burst that is compared.' }),
    },
    resolve: async (_, { a, b }, context) => ({
      a: await namedSide(context, a, 'a'),
      b: await namedSide(context, b, 'b'),
    }),
  }),
);

builder.objectField(BreakItRef, 'comparison', (t) =>
  t.field({
    type: BurstComparisonRef,
    nullable: true,
    description: 'The first two of them side by side; null while either has no file, or is alone.',
    resolve: async ({ bursts: [one, other] }, _args, context) => {
      const a = one && (await sideOf(context, one));
      const b = other && (await sideOf(context, other));
      return a && b ? { a, b } : null;
    },
  }),
);

async function namedSide(context: GraphContext, id: string, field: string): Promise<Side> {
  const burst = context.services.burst(id);
  if (burst === null) throw new BadRequest(`There is no burst ${quoted(id)}.`, field);
  const side = await sideOf(context, burst);
  if (side !== null) return side;
  throw new BadRequest(`Burst ${quoted(id)} is ${burst.state} and has no file to compare.`, field);
}

async function sideOf(context: GraphContext, burst: BurstView): Promise<Side | null> {
  const history = await historyOf(context, burst.id);
  return history && { burst, history };
}
