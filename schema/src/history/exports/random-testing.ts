// Random bursts at one seat as they could be recorded, right or wrong: every outcome, lost answers,
// tickets given back, orders without an answer. For tests.
import type { Answer, Random, Release } from '../../domain/index.ts';
import { burstAtA1, type Buyer } from '../testing.ts';
import type { History } from '../types.ts';

/** At most six buyers within some milliseconds, so that every order of them can be tried. */
export function randomBurst(random: Random): History {
  const buyers = Array.from({ length: 1 + below(random, 6) }, (_, index) =>
    randomBuyer(random, `Buyer ${index}`),
  );
  const history = burstAtA1(buyers);
  const isReturned = random() < 0.5;
  const releases = history.answers
    .filter(({ outcome }) => isReturned && outcome === 'CONFIRMED' && random() < 0.6)
    .map((answer) => randomRelease(random, answer));
  const decided = history.answers
    .filter(({ outcome }) => outcome === 'INDETERMINATE' && random() < 0.4)
    .map(({ orderId, seatId, round, buyer, region }) => ({
      ...{ id: orderId, seatId, round, buyer, region, attempts: 1, soldAtMs: 1e12 },
    }));
  const sales = [...history.ledger.sales, ...decided];
  return {
    ...history,
    releases: releases.sort((one, other) => one.callNs - other.callNs),
    ledger: { ...history.ledger, sales },
  };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function randomBuyer(random: Random, name: string): Buyer {
  const from = below(random, 12);
  const times = { from, to: from + below(random, 6) };
  const lot = random();
  if (lot > 0.96) return { name, ...times };
  const changes = random() < 0.15 ? { lost: true } : {};
  if (lot < 0.35) return { name, ...times, outcome: 'CONFIRMED', changes };
  const outcome = lot < 0.75 ? 'REJECTED' : lot < 0.9 ? 'INDETERMINATE' : 'FAILED';
  return { name, ...times, outcome };
}

function randomRelease(random: Random, answer: Answer): Release {
  const { orderId, seatId, round, buyer, region, returnNs } = answer;
  const callNs = returnNs + below(random, 4) * 1e6;
  const lot = random();
  return {
    ...{ orderId, seatId, round, buyer, region },
    outcome: lot < 0.75 ? 'RELEASED' : lot < 0.9 ? 'INDETERMINATE' : 'FAILED',
    ...{ callNs, returnNs: callNs + below(random, 4) * 1e6 },
  };
}
