// The buyer of a retry storm: when no answer arrives, presses again at once, with the same order id,
// in the next Region. What gets lost is the way back to the buyer alone: the engine had its say and
// is not touched, and what it said is dropped, as the buyer cannot know it.
import type { Order } from '@worldseat/schema/domain';
import type { Receipt } from '../engines/engine.ts';
import { isAnswerLost, nextRegion } from '../burst/plan.ts';
import type { Press, Pressed } from './till.ts';

interface PressedIn {
  readonly region: string;
  readonly receipt: Receipt;
}

/** @param orders in the order of the plan: an answer's fate hangs on its place in it */
export function pressUntilAnswered(orders: readonly Order[], seed: number): Press {
  const indexes = new Map(orders.map(({ id }, index) => [id, index]));
  return async (trial, order, strategy) => {
    const { engine } = trial;
    const index = indexes.get(order.id) ?? 0;
    const pressed: PressedIn[] = [];
    for (let { region } = order; ; region = nextRegion(engine.regions, region)) {
      const receipt = await engine.run({ ...order, region }, strategy);
      pressed.push({ region, receipt });
      if (!isAnswerLost(seed, index, pressed.length)) return together(pressed);
    }
  };
}

/** Pure. What the presses came to for the order as a whole. @param pressed at least one */
export function together(pressed: readonly PressedIn[]): Pressed {
  const last = pressed.at(-1);
  if (last === undefined) throw new RangeError('an order that was never pressed');
  const receipts = pressed.map(({ receipt }) => receipt);
  const open = pressed.filter(({ receipt }) => receipt.outcome === 'INDETERMINATE');
  const mayHaveSale = receipts.some(({ outcome }) => MAY_HAVE_SALE[outcome]);
  const { outcome } = last.receipt;
  const lostIn = new Set((open.length === 0 ? [last] : open).map(({ region }) => region));
  const [only = null] = lostIn;
  return {
    receipt: {
      ...last.receipt,
      // The last press failed for certain; whether the order did is for the ledger to say.
      outcome: outcome === 'FAILED' && mayHaveSale ? 'INDETERMINATE' : outcome,
      attempts: receipts.reduce((sum, { attempts }) => sum + attempts, 0),
      conflicts: receipts.flatMap(({ conflicts }) => conflicts),
      trace: receipts.flatMap(({ trace }) => trace),
    },
    presses: pressed.length,
    lostIn: lostIn.size === 1 ? only : null,
  };
}

const MAY_HAVE_SALE: Readonly<Record<Receipt['outcome'], boolean>> = {
  CONFIRMED: true,
  INDETERMINATE: true,
  REJECTED: false,
  FAILED: false,
};
