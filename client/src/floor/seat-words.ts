// What a seat is now, in words: for the tip under the pointer and for screen readers.
import { FREE, SOLD, type FloorModel } from './model.ts';

/** "free", "sold, 1 owner", "oversold, 15 or more owners" */
export function seatState(model: Pick<FloorModel, 'status' | 'holders'>, index: number): string {
  const status = model.status[index] ?? FREE;
  if (status === FREE) return 'free';
  if (status === SOLD) return 'sold, 1 owner';
  const holders = model.holders[index] ?? 0;
  return `oversold, ${holders < 15 ? String(holders) : '15 or more'} owners`;
}
