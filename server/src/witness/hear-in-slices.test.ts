import { completeAnswer, seededRandom, type SeatRow } from '@worldseat/schema/domain';
import { hear, type WitnessInput } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { hearInSlices } from './hear-in-slices.ts';

const SEED = 20_261_126;
const REGIONS = ['us-east-1', 'us-east-2'];

/** A floor of which every seventh seat is sold twice, some answers are lost, and a table differs. */
function history(seed: number): WitnessInput {
  const random = seededRandom(seed);
  const seatIds = Array.from({ length: 2_000 }, (_, seat) => `A${seat}`);
  const sales = seatIds.flatMap((seatId, seat) =>
    Array.from({ length: seat % 7 === 0 ? 2 : 1 }, (_, at) => {
      const buyer = { id: `o${seat}-${at}`, buyer: `Ana ${at}`, region: REGIONS[at] ?? '' };
      return { ...buyer, seatId, round: 1, attempts: 1, soldAtMs: seat };
    }),
  );
  const answers = sales.map(({ id: orderId, seatId, buyer, region }) =>
    completeAnswer({
      ...{ orderId, seatId, round: 1, buyer, region, read: 'AVAILABLE', attempts: 1 },
      ...{ outcome: random() < 0.01 ? 'INDETERMINATE' : 'CONFIRMED', conflicts: [] },
      ...{ intendedNs: 0, callNs: 1, returnNs: 2 },
    }),
  );
  const row = (seatId: string, seat: number): SeatRow => {
    const holder = { owner: 'Ana 0', orderId: `o${seat}-0`, region: 'us-east-1' };
    return { seatId, round: 1, status: 'SOLD', ...holder };
  };
  const tables = [
    { region: 'us-east-1', rows: seatIds.map(row) },
    { region: 'us-east-2', rows: [] },
    { region: 'us-west-2', unreachable: 'it is down' },
  ];
  return {
    scope: new Map(seatIds.map((seatId) => [seatId, 1])),
    ledger: { sales, converged: true, unreachable: [] },
    ...{ answers, tables, pending: 0, holes: [] },
  };
}

describe('hearInSlices', () => {
  it(`finds what is found of all at once, and lets others have their turn (seed ${SEED})`, async () => {
    const input = history(SEED);
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const finding = await hearInSlices(input);
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(0);
    const whole = hear(input);
    expect(finding()).toEqual(whole());
    expect(finding('A7')).toEqual(whole('A7'));
  });
});
