// How hard the orders of a burst had to try, and how long they waited: answered from its file, null
// until there is one.
import * as history from '../history/index.ts';
import type { Bucket, ConflictCount, LatencyGroup } from '../history/index.ts';
import { builder } from './builder.ts';
import { BurstRef } from './burst.ts';
import { fromFile } from './burst-file.ts';
import { OutcomeRef } from './words.ts';

/** Codes of conflicts that are listed; there is a handful. */
const CODES = 100;

const AttemptsBucketRef = builder.objectRef<Bucket>('AttemptsBucket').implement({
  description: 'How many orders took a number of runs of the purchase.',
  fields: (t) => ({
    attempts: t.exposeInt('value', { description: 'Runs of the purchase.' }),
    orders: t.exposeInt('orders', { description: 'Orders that took exactly so many.' }),
  }),
});

const PressesBucketRef = builder.objectRef<Bucket>('PressesBucket').implement({
  description: 'How many buyers pressed a number of times.',
  fields: (t) => ({
    presses: t.exposeInt('value', { description: 'Presses of one buyer for one order.' }),
    orders: t.exposeInt('orders', { description: 'Orders that took exactly so many.' }),
  }),
});

const ConflictCountRef = builder.objectRef<ConflictCount>('ConflictCount').implement({
  description: 'How often attempts were refused with one code.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Such as "40001 OC000".' }),
    count: t.exposeInt('count', { description: 'Attempts that were refused with it.' }),
  }),
});

const wait = (share: string): string => `${share}, in milliseconds; queueing counts.`;

const LatencyGroupRef = builder.objectRef<LatencyGroup>('LatencyGroup').implement({
  description: 'How long the buyers of one Region with one outcome waited.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'Where they ordered.' }),
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'What they were told.' }),
    count: t.exposeInt('count', { description: 'How many they were.' }),
    p50Ms: t.exposeFloat('p50Ms', {
      nullable: true,
      description: wait('Half waited at most this'),
    }),
    p95Ms: t.exposeFloat('p95Ms', {
      nullable: true,
      description: wait('95 of 100 waited at most this'),
    }),
    p99Ms: t.exposeFloat('p99Ms', {
      nullable: true,
      description: wait('99 of 100 waited at most this'),
    }),
    maxMs: t.exposeFloat('maxMs', { nullable: true, description: wait('The longest wait') }),
  }),
});

builder.objectFields(BurstRef, (t) => ({
  attempts: t.field({
    type: [AttemptsBucketRef],
    nullable: true,
    description: 'Orders by the runs of the purchase that each took, fewest first.',
    resolve: fromFile(history.attemptsOf),
  }),
  presses: t.field({
    type: [PressesBucketRef],
    nullable: true,
    description: 'Orders by how often their buyers pressed, fewest first.',
    resolve: fromFile(history.pressesOf),
  }),
  conflicts: t.field({
    type: [ConflictCountRef],
    nullable: true,
    description: `Refused attempts by code, the most frequent first; at most ${CODES} codes.`,
    resolve: fromFile((told) => history.conflictsOf(told).slice(0, CODES)),
  }),
  latencies: t.field({
    type: [LatencyGroupRef],
    nullable: true,
    description: 'How long buyers waited, by Region and outcome.',
    resolve: fromFile(history.latenciesOf),
  }),
}));
