// What a general checker does with an export, in small: a search over all orders of the operations.
// It comes to the Witness's verdict on W1 and W5, from the text of the export alone.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../domain/index.ts';
import { judge } from '../../witness/index.ts';
import { witnessInputOf } from '../witness-input.ts';
import { exportHistory } from './index.ts';
import { randomBurst } from './random-testing.ts';

const SEEDS = Array.from({ length: 2_000 }, (_, seed) => seed);

describe('a search over all orders', () => {
  it.each([
    ['ops.jsonl', readOperations],
    ['edn', readEvents],
  ] as const)('of %s finds one exactly where the Witness accepts W1 and W5', (format, read) => {
    const verdicts = new Set<boolean>();
    for (const seed of SEEDS) {
      const history = randomBurst(seededRandom(seed));
      // The Witness does not judge rejections while an answer is missing.
      if (history.answers.length < history.orders.length) continue;
      const { breaches } = judge(witnessInputOf(history));
      const isLegal = !breaches.some(({ rule }) => rule === 'W1' || rule === 'W5');
      const found = hasOrder(read(exportHistory(history, format)));
      expect(found, `seed ${seed}`).toBe(isLegal);
      verdicts.add(isLegal);
    }
    expect(verdicts).toEqual(new Set([true, false]));
  });
});

interface OperationLine {
  readonly input: { readonly buyer: string };
  readonly output: { readonly effect: string; readonly maybe: boolean };
  readonly callNs: number;
  readonly returnNs: number;
}

/** One operation as another checker sees it: who holds the seat before and after, or undefined. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly isMaybe: boolean;
  readonly next: (holder: string | null) => string | null | undefined;
}

function readOperations(text: string): Step[] {
  return text.split('\n').flatMap((line): Step[] => {
    if (line === '') return [];
    const { input, output, callNs, returnNs } = JSON.parse(line) as OperationLine;
    const effects: Readonly<Record<string, Step['next']>> = {
      HELD: (holder) => (holder === null ? input.buyer : undefined),
      FREED: (holder) => (holder === input.buyer ? null : undefined),
      REFUSED: (holder) => holder ?? undefined,
      NONE: (holder) => holder,
    };
    const next = effects[output.effect] ?? (() => undefined);
    return [{ from: callNs, to: returnNs, isMaybe: output.maybe, next }];
  });
}

/** As Knossos does: by the place of the events, failed operations left out. */
function readEvents(text: string): Step[] {
  const calls = new Map<string, number>();
  return text.split('\n').flatMap((line, index): Step[] => {
    const [, process = '', type, value = ''] =
      /:process (\d+) :type :(\w+) .*:value (\S+|\[\S+ \S+\]) :key/.exec(line) ?? [];
    if (type === 'invoke') calls.set(process, index);
    if (type !== 'ok' && type !== 'info') return [];
    const from = calls.get(process) ?? 0;
    return [{ from, to: index, isMaybe: type === 'info', next: registerStep(value) }];
  });
}

function registerStep(value: string): Step['next'] {
  if (value === '1') return (held) => held ?? undefined;
  if (value === '[nil 1]') return (held) => (held === null ? '1' : undefined);
  return (held) => (held === null ? undefined : null);
}

/** Whether all that certainly happened can take effect one after the other. */
function hasOrder(left: readonly Step[], holder: string | null = null): boolean {
  const certain = left.filter(({ isMaybe }) => !isMaybe);
  if (certain.length === 0) return true;
  // Whoever returned before another was called must come before it.
  const firstReturn = Math.min(...certain.map(({ to }) => to));
  return left.some((step) => {
    const after = step.from <= firstReturn ? step.next(holder) : undefined;
    const rest = left.filter((other) => other !== step);
    return after !== undefined && hasOrder(rest, after);
  });
}
