// Causes of double sells where tickets were given back: what random histories are not compared on,
// because which sale is the one too many is the Witness's choice there.
import { describe, expect, it } from 'vitest';
import { seededRandom, type Answer } from '../../domain/index.ts';
import { judge } from '../index.ts';
import { answerOf, draftOf, inputOf, releaseOf, saleOf, type Draft } from './records.ts';

const random = seededRandom(1);

interface Ticket {
  readonly buyer: string;
  readonly region: string;
  readonly bought: readonly [callNs: number, returnNs: number];
  readonly givenBack?: readonly [callNs: number, returnNs: number];
  readonly soldAtMs: number;
}

function sell(draft: Draft, { buyer, region, bought, givenBack, soldAtMs }: Ticket): void {
  const [callNs, returnNs] = bought;
  const told = { orderId: `order-${buyer}`, seatId: 'A1', buyer, region, presses: 1 };
  const answer: Answer = answerOf(random, { ...told, outcome: 'CONFIRMED', callNs, returnNs });
  draft.answers.push(answer);
  draft.sales.push({ ...saleOf(random, answer), soldAtMs });
  if (givenBack === undefined) return;
  const [releaseCallNs, releaseReturnNs] = givenBack;
  const given = { outcome: 'RELEASED', callNs: releaseCallNs, returnNs: releaseReturnNs } as const;
  draft.releases.push(releaseOf(answer, given));
}

function causesOfA1(...tickets: readonly Ticket[]): unknown {
  const draft = draftOf(['A1']);
  tickets.forEach((ticket) => sell(draft, ticket));
  const { causes } = judge(inputOf(draft));
  return Object.fromEntries(Object.entries(causes).filter(([, count]) => count > 0));
}

const AT_0 = { buyer: 'Ana', region: 'us-east-1', bought: [0, 1], soldAtMs: 0 } as const;

describe('W1: the cause of a sale too many', () => {
  it('is unknown where nothing was sold before it', () => {
    const later = { buyer: 'Bo', region: 'us-east-1', bought: [3, 4], givenBack: [5, 6] } as const;
    expect(causesOfA1(AT_0, { ...later, soldAtMs: 9 })).toEqual({ UNKNOWN: 1 });
  });

  it('is not a ticket of its Region that was given back in time', () => {
    expect(
      causesOfA1(
        { ...AT_0, givenBack: [2, 3] },
        { buyer: 'Bo', region: 'us-west-2', bought: [5, 6], givenBack: [10, 11], soldAtMs: 1 },
        { buyer: 'Cy', region: 'us-east-1', bought: [7, 8], soldAtMs: 2 },
      ),
    ).toEqual({ CROSS_REGION_STALENESS: 1 });
  });
});
