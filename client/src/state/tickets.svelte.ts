// The visitor's own orders. Each click makes one order id; what is sent again is the same order.
// A ticket is shown as the committed ledger has it, read again whenever its seat changes.
import { ApiError, type Api } from '../api/client.ts';
import { PURCHASE } from '../api/orders.ts';
import { SEAT_TICKETS } from '../api/questions.ts';
import { afterAnswer, canSendAgain, checked, type MyTicket } from './my-ticket.ts';
import { newOrderId } from './order-id.ts';
import { recall, remember } from './visitor.svelte.ts';

const KEY = 'worldseat.tickets';
/** Older ones are forgotten by the page; the ledger keeps them. */
const MAX_KEPT = 40;
/** How often one order is sent by itself before the visitor is asked. */
const MAX_SENDS = 6;

export type Wish = Pick<
  MyTicket,
  'engine' | 'engineName' | 'seat' | 'seatLabel' | 'buyer' | 'region'
>;

function keptTickets(): MyTicket[] {
  const kept = recall(KEY);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isTicket)
    .map((ticket) =>
      ticket.state.kind === 'SENDING'
        ? { ...ticket, state: { kind: 'UNANSWERED', reason: 'The page was closed.' } }
        : ticket,
    );
}

function isTicket(value: unknown): value is MyTicket {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  return ['orderId', 'engine', 'seat', 'buyer', 'region', 'state'].every(has);
}

export class Tickets {
  list: readonly MyTicket[] = $state.raw(keptTickets());
  /** The order that was just placed, for the receipt on the stage. */
  latest: string | null = $state(null);
  readonly #api: Api;
  readonly #sends: Record<string, number> = {};

  constructor(api: Api) {
    this.#api = api;
  }

  get receipt(): MyTicket | null {
    return this.list.find(({ orderId }) => orderId === this.latest) ?? null;
  }

  /** Places a new order. */
  async buy(wish: Wish): Promise<void> {
    const ticket: MyTicket = {
      ...wish,
      orderId: newOrderId(),
      state: { kind: 'SENDING' },
      ledger: null,
    };
    this.list = [ticket, ...this.list].slice(0, MAX_KEPT);
    this.latest = ticket.orderId;
    await this.send(ticket);
  }

  /** Sends an order, again with the same order id if it was sent before. */
  async send(ticket: MyTicket): Promise<void> {
    this.#sends[ticket.orderId] = (this.#sends[ticket.orderId] ?? 0) + 1;
    this.#put({ ...ticket, state: { kind: 'SENDING' } });
    const { engine, seat, buyer, region, orderId } = ticket;
    try {
      const input = { engine, seat, buyer, orderId, region: region === '' ? null : region };
      const { purchase } = await this.#api.mutate(PURCHASE, { input });
      this.#put(afterAnswer(ticket, purchase));
      await this.check(orderId);
    } catch (error) {
      const refused = error instanceof ApiError && error.code === 'REFUSED';
      const reason = error instanceof Error ? error.message : String(error);
      this.#put({ ...ticket, state: { kind: refused ? 'REFUSED' : 'UNANSWERED', reason } });
    }
  }

  /** Sends what got no answer, a few times; called when the connection is back. */
  sendUnanswered(): void {
    for (const ticket of this.list) {
      const sends = this.#sends[ticket.orderId] ?? 0;
      if (canSendAgain(ticket) && sends > 0 && sends < MAX_SENDS) void this.send(ticket);
    }
  }

  /** Reads the ledger for one ticket. */
  async check(orderId: string): Promise<void> {
    const { engine, seat } = this.#find(orderId) ?? {};
    if (engine === undefined || seat === undefined) return;
    const answer = await this.#api.query(SEAT_TICKETS, { engine, seat }).catch(() => null);
    const ticket = this.#find(orderId);
    if (!answer?.seat || ticket === null) return;
    this.#put(checked(ticket, answer.seat.round, answer.seat.tickets));
  }

  /** Reads the ledger for every confirmed ticket that `concerns` picks. */
  checkAll(concerns: (ticket: MyTicket) => boolean): void {
    for (const ticket of this.list) {
      const confirmed = ticket.state.kind === 'ANSWERED' && ticket.state.outcome === 'CONFIRMED';
      if (confirmed && concerns(ticket)) void this.check(ticket.orderId);
    }
  }

  forget(): void {
    this.list = [];
    this.latest = null;
    remember(KEY, []);
  }

  #find(orderId: string): MyTicket | null {
    return this.list.find((ticket) => ticket.orderId === orderId) ?? null;
  }

  #put(ticket: MyTicket): void {
    this.list = this.list.map((old) => (old.orderId === ticket.orderId ? ticket : old));
    remember(KEY, this.list);
  }
}
