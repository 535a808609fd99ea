// The price of a ticket that the presenter assumes; remembered by the browser.
import { recall, remember } from '../state/visitor.svelte.ts';
import { readPrice, type TicketPrice } from './stake.ts';

const KEY = 'worldseat.ticket-price';

export class PriceChoice {
  now: TicketPrice = $state.raw(readPrice(recall(KEY)));

  choose(price: TicketPrice): void {
    this.now = price;
    remember(KEY, `${price.amount} ${price.currency}`);
  }
}
