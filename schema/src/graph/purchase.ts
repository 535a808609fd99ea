// One buyer, one order, one answer.
import { LIMITS } from '../domain/index.ts';
import type { PurchaseView } from '../services.ts';
import { builder } from './builder.ts';
import { SeatRef } from './floor.ts';
import { SaleRef } from './ledger.ts';
import * as refusals from './refusals.ts';
import { OutcomeRef, RejectionReasonRef, StrategyRef } from './words.ts';

const { min, max } = LIMITS.buyerNameLength;

const PurchaseRef = builder.objectRef<PurchaseView>('Purchase').implement({
  description: 'What came of one order.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'The order; ask again with it safely.' }),
    outcome: t.expose('outcome', { type: OutcomeRef, description: 'What the buyer is told.' }),
    rejectionReason: t.expose('rejectionReason', {
      type: RejectionReasonRef,
      nullable: true,
      description: 'Why REJECTED; null otherwise.',
    }),
    seat: t.expose('seat', { type: SeatRef, description: 'The seat, as it is afterwards.' }),
    sale: t.expose('sale', {
      type: SaleRef,
      nullable: true,
      description: 'The committed sale; null unless CONFIRMED.',
    }),
    attempts: t.exposeInt('attempts', { description: 'Runs of the purchase, from 1.' }),
    conflicts: t.exposeStringList('conflicts', {
      description: 'One code for each attempt that was refused, such as "40001 OC000".',
    }),
    latencyMs: t.exposeFloat('latencyMs', {
      description: 'Milliseconds from the order to its answer, on the server.',
    }),
  }),
});

const PurchaseResultRef = builder.unionType('PurchaseResult', {
  description: 'A purchase, or why it was not tried.',
  types: [
    PurchaseRef,
    refusals.InvalidInputErrorRef,
    refusals.EngineUnavailableErrorRef,
    refusals.OverloadedErrorRef,
  ],
  resolveType: refusals.byTypename,
});

const PurchaseInputRef = builder.inputType('PurchaseInput', {
  description: 'One buyer’s wish for one seat.',
  fields: (t) => ({
    engine: t.id({ required: true, description: 'The engine that sells it.' }),
    seat: t.id({ required: true, description: 'The seat, such as "A1".' }),
    buyer: t.string({
      required: true,
      description: `Name of the buyer, ${min} to ${max} characters.`,
    }),
    region: t.string({ description: 'Where to buy; the engine’s first Region when not said.' }),
    orderId: t.id({ description: 'The buyer’s own, unique; makes a repeat harmless.' }),
    strategy: t.field({
      type: StrategyRef,
      defaultValue: 'NAIVE',
      description: 'Which purchase function to run.',
    }),
  }),
});

builder.mutationField('purchase', (t) =>
  t.field({
    type: PurchaseResultRef,
    description:
      'One buyer, one order. The same order id twice gives the first answer again, and never a ' +
      'second sale.',
    args: { input: t.arg({ type: PurchaseInputRef, required: true, description: 'The order.' }) },
    resolve: (_, { input }, { services }) =>
      services.purchase({
        engine: input.engine,
        seat: input.seat,
        buyer: input.buyer,
        region: input.region ?? null,
        orderId: input.orderId ?? null,
        strategy: input.strategy ?? 'NAIVE',
      }),
  }),
);
