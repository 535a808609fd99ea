// Own tickets are checked again when their seat has other holders than when last looked.
import type { EngineState } from './engine.svelte.ts';
import type { Tickets } from './tickets.svelte.ts';

export class TicketWatch {
  readonly #tickets: Tickets;
  /** Holders of each own ticket's seat, as last checked. */
  readonly #known: Record<string, number> = {};

  constructor(tickets: Tickets) {
    this.#tickets = tickets;
  }

  /** Some seats of this engine's floor changed. */
  recheck({ info, model }: EngineState): void {
    this.#tickets.checkAll((ticket) => {
      const index = ticket.engine === info.id ? model?.indexOf.get(ticket.seat) : undefined;
      if (!model || index === undefined) return false;
      const holders = model.holders[index] ?? 0;
      const changed = this.#known[ticket.orderId] !== holders;
      this.#known[ticket.orderId] = holders;
      return changed;
    });
  }
}
