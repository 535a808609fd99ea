import { seededRandom, type RegionTable, type SeatRow } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import { describe, expect, it } from 'vitest';
import { packLedger, packTables, unpackLedger, unpackTables } from './columns.ts';

const SEED = 20_261_126;

/** Through a real copy, as between two threads. */
const copied = <Value>(value: Value): Value => structuredClone(value);

describe('columns', () => {
  it(`bring over tables as they are, whatever is null in them (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const some = (value: string) => (random() < 0.5 ? value : null);
    const rows = Array.from({ length: 2_000 }, (_, at): SeatRow => {
      const status = random() < 0.3 ? 'SOLD' : 'AVAILABLE';
      const isFree = random() < 0.5;
      const nobody = { owner: null, orderId: null, region: null };
      const holder = { owner: some(`Ana ${at}`), orderId: some(`o${at}`), region: some('us') };
      return { seatId: `A${at}`, round: at % 7, status, ...(isFree ? nobody : holder) };
    });
    const tables: RegionTable[] = [
      { region: 'us-east-1', rows },
      { region: 'us-east-2', unreachable: 'it is down' },
      { region: 'us-west-2', rows: [] },
    ];
    expect(unpackTables(copied(packTables(tables)))).toEqual(tables);
  });

  it('bring over a reading of the ledger as it is', () => {
    const sale = { id: 'o1', seatId: 'A1', round: 1, buyer: 'Ana', region: 'us-east-1' };
    const reading: LedgerReading = {
      sales: [
        { ...sale, attempts: 3, soldAtMs: 1_764_000_000_000 },
        { ...sale, id: 'o2', attempts: 1, soldAtMs: 0 },
      ],
      converged: false,
      unreachable: [{ region: 'us-east-2', reason: 'it is down' }],
    };
    expect(unpackLedger(copied(packLedger(reading)))).toEqual(reading);
  });
});
