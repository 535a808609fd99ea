// What the Break-it form asks for, checked by the same limits as the server's, so that a mistake is
// explained before it is sent. Pure.
import { LIMITS } from '@worldseat/schema/domain';
import { count } from './words.ts';

export interface BreakItForm {
  readonly target: 'seat' | 'floor';
  readonly seat: string;
  readonly buyers: string;
}

export type BreakItPlan =
  | { readonly ok: true; readonly seat: string | null; readonly buyers: number }
  | { readonly ok: false; readonly problem: string };

export function planBreakIt(form: BreakItForm, isSeat: (id: string) => boolean): BreakItPlan {
  const { min, max } = form.target === 'seat' ? LIMITS.seatBuyers : LIMITS.floorBuyers;
  const buyers = Number(form.buyers.trim());
  if (form.buyers.trim() === '' || !Number.isInteger(buyers) || buyers < min || buyers > max) {
    return { ok: false, problem: `Buyers: a whole number from ${count(min)} to ${count(max)}.` };
  }
  if (form.target === 'floor') return { ok: true, seat: null, buyers };
  const seat = form.seat.trim().toUpperCase();
  if (!isSeat(seat)) return { ok: false, problem: `There is no seat “${form.seat.trim()}” here.` };
  return { ok: true, seat, buyers };
}

/** What pressing the button will do, in one sentence. */
export function planWords(plan: BreakItPlan, regions: number, engines: number): string {
  if (!plan.ok) return plan.problem;
  const where = plan.seat === null ? 'seats all over the floor' : `seat ${plan.seat}`;
  const from = regions > 1 ? ` from ${regions} Regions` : '';
  const on = engines === 1 ? 'this engine' : engines === 2 ? 'both engines' : `${engines} engines`;
  return `${count(plan.buyers)} buyers${from} want ${where} at the same moment, on ${on}.`;
}
