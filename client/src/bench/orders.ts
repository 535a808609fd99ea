// What the bench tells the page, and what the page answers. Both sides read the same address.
import type { Theme } from '../floor/palette.ts';

/** Of one floor. */
export interface FeedOrder {
  readonly seatCount: number;
  readonly regions: number;
  readonly changesPerSecond: number;
  readonly durationMs: number;
  readonly batchMs: number;
  readonly seed: number;
}

/** A message of the feed: news as the server's subscription has it in JSON, or the end. */
export type FeedMessage =
  | { readonly kind: 'news'; readonly json: string }
  | {
      readonly kind: 'end';
      /** Changes sent, each seat once a message. */
      readonly changes: number;
      readonly messages: number;
      /** The last state sent of every seat. */
      readonly holders: Uint8Array;
      readonly regions: Uint8Array;
    };

export interface Stage {
  readonly venue: string;
  readonly theme: Theme;
  readonly changesPerSecond: number;
  readonly durationMs: number;
  readonly batchMs: number;
  readonly seed: number;
}

const NUMBERS = { changesPerSecond: 20_000, durationMs: 10_000, batchMs: 33, seed: 1 } as const;

/** @param search of the page's address; what is missing has the values of the bench */
export function stageOf(search: string): Stage {
  const given = new URLSearchParams(search);
  const number = (name: keyof typeof NUMBERS): number => Number(given.get(name) ?? NUMBERS[name]);
  return {
    venue: given.get('venue') ?? 'stadium',
    theme: given.get('theme') === 'light' ? 'light' : 'dark',
    changesPerSecond: number('changesPerSecond'),
    durationMs: number('durationMs'),
    batchMs: number('batchMs'),
    seed: number('seed'),
  };
}
