// The ledger: sales that were committed, in any Region. It is only ever appended to.
import type { Sale } from '../domain/index.ts';
import { builder } from './builder.ts';
import { engineOf } from './known-engine.ts';
import { connectionOf, pageArguments, pageInput } from './pages.ts';

const PAGE_SIZE = 100;

export const SaleRef = builder.objectRef<Sale>('Sale').implement({
  description: 'One row of the ledger: a confirmation that was committed. A ticket, in short.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The same as its order’s id.' }),
    orderId: t.exposeID('id', { description: 'The order that bought it.' }),
    seat: t.exposeID('seatId', { description: 'The seat that was sold, such as "A1".' }),
    round: t.exposeInt('round', { description: 'The round of the seat that it was sold in.' }),
    buyer: t.exposeString('buyer', { description: 'Who bought it.' }),
    region: t.exposeString('region', { description: 'The Region where it was bought.' }),
    attempts: t.exposeInt('attempts', {
      description: 'Runs of the purchase that this sale took, from 1; conflicts cause more.',
    }),
    soldAt: t.expose('soldAtMs', {
      type: 'DateTime',
      description: 'When, by the clock of the server that ran the purchase.',
    }),
  }),
});

export const SaleConnectionRef = connectionOf('Sale', 'sales', SaleRef);

builder.queryField('ledger', (t) =>
  t.field({
    type: SaleConnectionRef,
    description: 'Committed sales, read from every Region, united. Current rounds unless you say.',
    args: {
      engine: t.arg.id({ required: true, description: 'The engine whose ledger to read.' }),
      seat: t.arg.id({ description: 'Only this seat.' }),
      round: t.arg.int({ description: 'With a seat: this round of it, also an earlier one.' }),
      ...pageArguments(PAGE_SIZE),
    },
    resolve: (_, { engine, seat, round, ...page }, { services }) =>
      services.ledger(
        engineOf(services, engine).id,
        seat ?? null,
        round ?? null,
        pageInput(page, PAGE_SIZE),
      ),
  }),
);
