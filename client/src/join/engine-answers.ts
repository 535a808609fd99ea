// A person's orders by engine, in the order of the stage. Pure.
import type { RoomAnswer } from '../api/room-tickets.ts';
import type { OrderFacts } from './ticket-words.ts';

export interface EngineAnswers {
  readonly engine: string;
  readonly name: string;
  readonly orders: readonly OrderFacts[];
}

export function answersByEngine(answers: readonly RoomAnswer[]): EngineAnswers[] {
  const engines = new Map<string, { name: string; orders: OrderFacts[] }>();
  for (const { engine, burst, seat, outcome, holders, ownTicket, others } of answers) {
    const id = engine?.id ?? '';
    const name = engine?.name ?? 'An engine that is closed';
    const entry = engines.get(id) ?? { name, orders: [] };
    const ended = burst?.state !== 'RUNNING';
    entry.orders.push({ seat, outcome, holders, own: ownTicket, others, ended });
    engines.set(id, entry);
  }
  return [...engines].map(([engine, { name, orders }]) => ({ engine, name, orders }));
}
