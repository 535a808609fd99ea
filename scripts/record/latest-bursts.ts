// The latest burst of every engine on stage, of those that have a file: usually one take.
import { NoAnswer, Refused, request } from '../lib/request.ts';
import { RecordError } from './arguments.ts';

const LATEST = `{
  engines { id }
  bursts(first: 100) { edges { node { id sha256 engine { id } } } }
}`;

interface Latest {
  readonly engines: readonly { readonly id: string }[];
  readonly bursts: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly sha256: string | null;
        readonly engine: { readonly id: string };
      };
    }[];
  };
}

/** @returns ids, at least one. @throws RecordError REFUSED */
export async function latestBursts(url: string): Promise<string[]> {
  const { engines, bursts } = await request<Latest>(url, LATEST).catch((error: unknown) => {
    const isTold = error instanceof NoAnswer || error instanceof Refused;
    throw isTold ? new RecordError('REFUSED', error.message, error) : error;
  });
  const filed = bursts.edges.map(({ node }) => node).filter(({ sha256 }) => sha256 !== null);
  const ids = engines.flatMap(({ id }) => filed.find(({ engine }) => engine.id === id)?.id ?? []);
  if (ids.length > 0) return ids;
  throw new RecordError('REFUSED', 'This server has no burst yet: press Break it first.');
}
