// What is at stake in people and money. The number of tickets without a seat is the Witness's; the
// price of a ticket is the presenter's assumption, and whoever shows it must say so.

export const CURRENCIES = ['USD', 'EUR', 'GBP', 'INR', 'JPY'] as const;
export type Currency = (typeof CURRENCIES)[number];

export interface TicketPrice {
  readonly amount: number;
  readonly currency: Currency;
}

export const DEFAULT_PRICE: TicketPrice = { amount: 120, currency: 'USD' };
const MAX_AMOUNT = 1_000_000;

/** "$7,080", without decimals where there are none */
export function money(amount: number, currency: Currency): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

export interface StakeWords {
  /** "$7,080" */
  readonly sum: string;
  /** "for 59 people without a seat, at $120 a ticket (assumed)" */
  readonly rest: string;
}

/** @param doubleSells tickets beyond the first of each seat */
export function stakeWords(doubleSells: number, { amount, currency }: TicketPrice): StakeWords {
  return {
    sum: money(doubleSells * amount, currency),
    rest: `at stake, at ${money(amount, currency)} a ticket (assumed)`,
  };
}

/** @returns null when it is no price: a number from 0 to a million, with at most two decimals */
export function parseAmount(text: string): number | null {
  const amount = /^\d{1,7}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  return amount <= MAX_AMOUNT ? amount : null;
}

/** A stored price, or the usual one when what was stored is none. */
export function readPrice(stored: unknown): TicketPrice {
  const [amount = '', currency = ''] = typeof stored === 'string' ? stored.split(' ') : [];
  const known = CURRENCIES.find((each) => each === currency);
  const parsed = parseAmount(amount);
  return parsed === null || known === undefined
    ? DEFAULT_PRICE
    : { amount: parsed, currency: known };
}
