// Cuts a page out of a list by cursor. A cursor is opaque: the encoded id of the item before.
import { BadRequest, type Page, type PageInput } from '@worldseat/schema/services';

/** @throws BadRequest when `after` is no cursor of this list */
export function pageOf<Item>(
  all: readonly Item[],
  idOf: (item: Item) => string,
  { first, after }: PageInput,
): Page<Item> {
  const start = after === null ? 0 : indexAfter(all, idOf, after);
  const items = all
    .slice(start, start + first)
    .map((node) => ({ cursor: Buffer.from(idOf(node)).toString('base64url'), node }));
  return { items, hasNextPage: start + first < all.length, totalCount: all.length };
}

function indexAfter<Item>(
  all: readonly Item[],
  idOf: (item: Item) => string,
  after: string,
): number {
  const id = Buffer.from(after, 'base64url').toString();
  const at = all.findIndex((item) => idOf(item) === id);
  if (at === -1) throw new BadRequest('This cursor does not belong to this list.', 'after');
  return at + 1;
}
