import {
  completeAnswer,
  seededRandom,
  type Answer,
  type Order,
  type Sale,
} from '@worldseat/schema/domain';
import { hear, type Finding } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { AnswerBook } from './answers.ts';
import { LedgerFollower } from './follow.ts';
import { RunningWitness } from './running-witness.ts';

const REGION = 'us-east-1';
const SEATS = ['A1', 'A2', 'A3', 'A4'];

/** A floor on which a seeded crowd orders, is answered, and is read back later, in any order. */
class Crowd {
  readonly floor = { scope: new Map(SEATS.map((seatId) => [seatId, 1])) };
  readonly answers = new AnswerBook();
  readonly #ledger: Sale[] = [];
  readonly follower = new LedgerFollower({
    engine: {
      readBack: () => Promise.resolve([]),
      readLedger: () => Promise.resolve({ sales: this.#ledger, converged: true, unreachable: [] }),
    },
    floor: this.floor,
    onChange: () => undefined,
    onFault: () => undefined,
  });
  readonly #random: () => number;
  readonly #called: Order[] = [];
  #orders = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#random() * values.length)] as Value;
  }

  async step(): Promise<void> {
    const happens = this.pick(['call', 'call', 'answer', 'answer', 'read', 'open'] as const);
    if (happens === 'call') this.#call();
    if (happens === 'answer') this.#answer();
    if (happens === 'read') await this.follower.sync();
    if (happens === 'open' && this.#random() < 0.2) this.#open(this.pick(SEATS));
  }

  #call(): void {
    this.#orders += 1;
    const order = {
      id: `o${this.#orders}`,
      seatId: this.pick(SEATS),
      buyer: 'Ana',
      region: REGION,
    };
    this.#called.push(order);
    this.answers.call(order);
  }

  #answer(): void {
    const order = this.#called.shift();
    if (order === undefined) return;
    const round = this.floor.scope.get(order.seatId) ?? 0;
    const answer = this.#answerTo(order, round);
    this.answers.record(answer);
    if (answer.outcome !== 'CONFIRMED') return;
    this.#ledger.push({ ...order, round, attempts: 1, soldAtMs: this.#orders });
  }

  #answerTo(order: Order, round: number): Answer {
    const { id: orderId, seatId, buyer, region } = order;
    const answer = completeAnswer({
      ...{ orderId, seatId, round, buyer, region, read: 'AVAILABLE', attempts: 1, conflicts: [] },
      outcome: this.pick(['CONFIRMED', 'CONFIRMED', 'REJECTED', 'INDETERMINATE', 'FAILED']),
      ...{ intendedNs: 0, callNs: this.#orders, returnNs: this.#orders + 5 },
    });
    const isLimited = answer.outcome === 'REJECTED' && this.#random() < 0.3;
    return isLimited ? { ...answer, rejectionReason: 'FAN_LIMIT' } : answer;
  }

  #open(seatId: string): void {
    this.answers.opening();
    const opened = new Map([[seatId, (this.floor.scope.get(seatId) ?? 0) + 1]]);
    this.floor.scope.set(seatId, opened.get(seatId) ?? 0);
    this.answers.opened(opened);
    this.follower.opened(opened);
    this.answers.openingEnded();
  }

  /** As it was found before there was a running witness: everything anew. */
  findAnew(): (focusSeat: string | null) => Finding {
    const { floor, answers, follower } = this;
    const finding = hear({
      scope: floor.scope,
      ledger: { sales: follower.tally.within(floor.scope), converged: true, unreachable: [] },
      answers: answers.onFloor(floor.scope),
      tables: [],
      pending: answers.pending,
      holes: answers.holes(floor.scope),
    });
    return (focusSeat) => finding(focusSeat ?? undefined);
  }
}

/** Breaches of one rule may be told in another order: nothing else may differ. */
const essence = (finding: Finding) => {
  const { breaches, reasons, oversold, ...rest } = finding;
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return {
    ...rest,
    breaches: sorted(breaches),
    reasons: sorted(reasons),
    oversold: sorted(oversold),
  };
};

describe('RunningWitness', () => {
  it('finds what is found in everything anew, whatever happened since it was asked last', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const crowd = new Crowd(seed);
      const running = new RunningWitness(crowd);
      for (let step = 0; step < 80; step += 1) {
        await crowd.step();
        if (crowd.pick([true, false, false])) continue;
        const seat = crowd.pick([...SEATS, null]);
        const [found, anew] = [running.finding()(seat), crowd.findAnew()(seat)];
        expect(essence(found), `seed ${seed}, step ${step}, seat ${seat}`).toEqual(essence(anew));
        if (crowd.pick([true, ...Array.from({ length: 9 }, () => false)])) running.rest();
      }
      running.rest();
    }
  });
});
