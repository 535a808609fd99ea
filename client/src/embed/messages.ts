// What an embed and the page around it say to each other, over a border that anyone can speak across:
// every message is checked, and none can fire a burst or change anything on the server.
import type { VerdictResult } from '@worldseat/schema/domain';

/** What became of the sale on one engine; also the detail of the event `worldseat-verdict`. */
export interface VerdictNews {
  readonly engine: string;
  readonly result: VerdictResult;
  readonly doubleSells: number;
  readonly sales: number;
}

export type PageMessage =
  | { readonly kind: 'state'; readonly state: 'live' | 'lost' }
  | { readonly kind: 'verdict'; readonly verdict: VerdictNews }
  /** A key that the page inside has no use for: the deck around it may have. */
  | { readonly kind: 'key'; readonly key: string };

const MARK = 'world-seat';
/** The keys of a clicker, and how far each steps. */
export const STEP_KEYS: Readonly<Record<string, 1 | -1>> = {
  PageDown: 1,
  ArrowRight: 1,
  PageUp: -1,
  ArrowLeft: -1,
};

/** Nothing in it is secret: whoever frames the page may know what it shows. */
export function sendToParent(message: PageMessage): void {
  if (window.parent !== window) window.parent.postMessage({ from: MARK, ...message }, '*');
}

/** Null: it is none of ours. */
export function readMessage(data: unknown): PageMessage | null {
  if (!isRecord(data) || data['from'] !== MARK) return null;
  const { kind, state, verdict, key } = data;
  if (kind === 'state' && (state === 'live' || state === 'lost')) return { kind, state };
  if (kind === 'key' && typeof key === 'string' && Object.hasOwn(STEP_KEYS, key)) {
    return { kind, key };
  }
  const news = kind === 'verdict' ? readVerdict(verdict) : null;
  return news === null ? null : { kind: 'verdict', verdict: news };
}

const RESULTS: Readonly<Record<VerdictResult, true>> = {
  LINEARIZABLE: true,
  VIOLATED: true,
  UNPROVEN: true,
};

function readVerdict(value: unknown): VerdictNews | null {
  if (!isRecord(value)) return null;
  const { engine, result, doubleSells, sales } = value;
  if (typeof engine !== 'string' || typeof result !== 'string') return null;
  if (typeof doubleSells !== 'number' || typeof sales !== 'number') return null;
  if (!Object.hasOwn(RESULTS, result)) return null;
  return { engine, result: result as VerdictResult, doubleSells, sales };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
