// How long to wait before a refused transaction is tried again: exponential with full jitter, so
// that buyers who collided once do not collide again in step.
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@worldseat/schema/domain';

const BASE_MS = 1;
const CAP_MS = 100;

export interface Retry {
  readonly maxAttempts: number;
  readonly random: Random;
}

/** @param attempt the one that was refused, from 1 */
export function backoffMs(attempt: number, random: Random): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt);
}

export async function backOff(attempt: number, { random }: Retry): Promise<void> {
  await pause(backoffMs(attempt, random));
}
