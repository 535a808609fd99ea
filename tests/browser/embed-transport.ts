// What an element that shows a recording says of its time: where it is, and whether it moves.
import type { Locator } from 'playwright-core';
import { waitFor } from '../support/wait-for.ts';

/** What its button does: "Play" where it stands, "Pause" where it plays. */
export const offers = (element: Locator): Promise<string | null> =>
  element.locator('button.play').getAttribute('aria-label');

/** Nanoseconds since the start of the take. */
export const timeOf = async (element: Locator): Promise<number> =>
  Number(await element.locator('input[type=range]').inputValue());

export const endOf = async (element: Locator): Promise<number> =>
  Number(await element.locator('input[type=range]').getAttribute('max'));

export const plays = (element: Locator): Promise<true> =>
  waitFor(async () => (await offers(element)) === 'Pause' && (await timeOf(element)) > 0);

export const stands = (element: Locator): Promise<true> =>
  waitFor(async () => (await offers(element)) === 'Play');

/** Where all of them stand, at one moment; null: not all do, or not at the same. */
export async function standTogether(elements: readonly Locator[]): Promise<number | null> {
  const offered = await Promise.all(elements.map(offers));
  const [first = null, ...others] = await Promise.all(elements.map(timeOf));
  const isTogether = offered.every((word) => word === 'Play');
  return isTogether && others.every((time) => time === first) ? first : null;
}
