// The floor of `bench fanout`: a stadium that sells a steady number of seats a second, one after the
// other, and begins anew when all are sold. No database, no purchase, no Witness: what is measured is
// the way of the news to the viewers. Pure.
import type { FloorSnapshot, FloorTotals, SeatNews } from '../../server/src/bus/seat-news.ts';

/** Of the stadium of the product. */
const SEATS = 79_900;
export const FLOOR_REGIONS = ['us-east-1', 'us-east-2'] as const;

/** The news of sales number `from` to `to` (not included), counted since the first of all. */
export function newsOf(from: number, to: number): SeatNews[] {
  return Array.from({ length: to - from }, (_, at) => newsOfSale(from + at));
}

/** After so many sales. */
export function totalsOf(sales: number): FloorTotals {
  return {
    sold: Math.min(sales, SEATS),
    tickets: sales,
    oversold: Math.min(SEATS, Math.max(0, sales - SEATS)),
  };
}

/** What somebody sees who comes after so many sales. */
export function snapshotOf(sales: number): FloorSnapshot {
  const first = Math.max(0, sales - SEATS);
  return { revision: 1, totals: totalsOf(sales), seats: newsOf(first, sales) };
}

function newsOfSale(sale: number): SeatNews {
  const index = sale % SEATS;
  const holders = Math.floor(sale / SEATS) + 1;
  const region = FLOOR_REGIONS[sale % FLOOR_REGIONS.length] ?? null;
  return { index, seat: `S${index}`, holders, owner: `buyer-${sale}`, region };
}
