// The last burst of each engine on stage, as the API has it: what a page shows is compared with it.
import type { TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';

export const STAGE_ENGINES = ['dsql', 'dynamodb'] as const;

export interface BurstFacts {
  readonly id: string;
  readonly engine: { readonly id: string };
  readonly scoreboard: { readonly confirmed: number };
  /** Null until it has settled. */
  readonly verdict: { readonly overLimit: number; readonly doubleSells: number } | null;
}

const LAST = `{ bursts(first: 2) { edges { node {
  id engine { id } scoreboard { confirmed } verdict { overLimit doubleSells }
} } } }`;

/** In the order of the stage. */
export async function lastBursts(server: TestServer): Promise<BurstFacts[]> {
  const { bursts } = await server.ask<{ bursts: { edges: { node: BurstFacts }[] } }>(LAST);
  const nodes = bursts.edges.map(({ node }) => node);
  return STAGE_ENGINES.flatMap((engine) => nodes.find((node) => node.engine.id === engine) ?? []);
}

/** Ids of the bursts that settled after those. @throws when there are none within a minute */
export function burstsAfter(server: TestServer, before: readonly BurstFacts[]): Promise<string[]> {
  const known = before.map(({ id }) => id);
  return waitFor(
    async () => {
      const settled = (await lastBursts(server)).filter(({ verdict }) => verdict !== null);
      const ids = settled.map(({ id }) => id).filter((id) => !known.includes(id));
      return ids.length === STAGE_ENGINES.length ? ids : null;
    },
    { limitMs: 60_000, what: 'a burst on every engine' },
  );
}
