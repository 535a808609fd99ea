// Cursor pages, the same for every list that grows: edges, pageInfo, totalCount. Every page is
// bounded; a size out of range is refused with the range.
import type { OutputRef } from '@pothos/core';
import { LIMITS } from '../domain/index.ts';
import { BadRequest, type Page, type PageInput } from '../services.ts';
import { builder } from './builder.ts';

const { min, max } = LIMITS.pageSize;

/** The arguments `first` and `after` of a page. @param size entries when the caller does not say */
export const pageArguments = (size: number) =>
  builder.args((t) => ({
    first: t.int({
      defaultValue: size,
      description: `How many entries, from ${min} to ${max}; ${size} when not said.`,
    }),
    after: t.string({ description: 'Continue after this cursor, from an edge or from pageInfo.' }),
  }));

/** @throws BadRequest when `first` is out of range */
export function pageInput(
  { first, after }: { first?: number | null | undefined; after?: string | null | undefined },
  size: number,
): PageInput {
  return { first: firstInput(first ?? size, max), after: after ?? null };
}

/** Also of a list that is not paged. @throws BadRequest when it is out of range */
export function firstInput(first: number, most: number): number {
  if (first >= min && first <= most) return first;
  throw new BadRequest(`"first" must be from ${min} to ${most}, not ${first}.`, 'first');
}

type AnyPage = Page<unknown>;

const PageInfoRef = builder.objectRef<AnyPage>('PageInfo').implement({
  description: 'Where a page ends, and whether the list goes on.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'True when there is more.' }),
    endCursor: t.string({
      nullable: true,
      description: 'Cursor of the last entry; null on an empty page. Pass it as `after`.',
      resolve: ({ items }) => items.at(-1)?.cursor ?? null,
    }),
  }),
});

/** Defines `<name>Connection` and `<name>Edge` over a node. @param what the entries, in words */
export function connectionOf<Node extends object>(
  name: string,
  what: string,
  node: OutputRef<Node>,
) {
  const nodeRef: OutputRef<object> = node;
  const EdgeRef = builder.objectRef<Page<object>['items'][number]>(`${name}Edge`).implement({
    description: `One entry of a page of ${what}.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Marks this entry; opaque.' }),
      node: t.field({ type: nodeRef, description: 'The entry.', resolve: (edge) => edge.node }),
    }),
  });
  return builder.objectRef<Page<Node>>(`${name}Connection`).implement({
    description: `A page of ${what}.`,
    fields: (t) => ({
      edges: t.field({
        type: [EdgeRef],
        description: 'The entries of this page, in order.',
        resolve: ({ items }): Page<object>['items'] => items,
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'Where this page ends.',
        resolve: (page) => page,
      }),
      totalCount: t.exposeInt('totalCount', { description: `All ${what}, on every page.` }),
    }),
  });
}
