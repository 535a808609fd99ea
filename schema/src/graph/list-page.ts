// A page of a list that is whole in memory.
import { BadRequest, type Page, type PageInput } from '../services.ts';

/**
 * @param cursorOf unique for each item; one that belongs to the item, where there is such a thing,
 *   holds while others come and go
 * @throws BadRequest when `after` is no cursor of the list
 */
export function pageOf<Item>(
  all: readonly Item[],
  cursorOf: (item: Item, index: number) => string,
  { first, after }: PageInput,
): Page<Item> {
  const cursors = all.map(cursorOf);
  const start = after === null ? 0 : cursors.indexOf(after) + 1;
  if (after !== null && start === 0) {
    throw new BadRequest('"after" is not a cursor of this list.', 'after');
  }
  const items = all
    .slice(start, start + first)
    .map((node, index) => ({ cursor: cursors[start + index] ?? '', node }));
  return { items, hasNextPage: start + first < all.length, totalCount: all.length };
}

/** The cursor of a list that never changes. */
export const byPosition = (_item: unknown, index: number): string => String(index);
