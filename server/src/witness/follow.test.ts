import type { Sale } from '@worldseat/schema/domain';
import { describe, expect, it, vi } from 'vitest';
import type { SaleKey } from '../engines/engine.ts';
import { LedgerFollower } from './follow.ts';

const sale = (id: string, seatId = 'A1', round = 1): Sale => ({
  id,
  seatId,
  round,
  buyer: id,
  region: 'us-east-1',
  attempts: 1,
  soldAtMs: 0,
});

/** A ledger in memory: what is committed, and what was asked of it. */
function openLedger(committed: readonly Sale[], scope = new Map([['A1', 1]])) {
  const asked: SaleKey[][] = [];
  const changes: string[][] = [];
  const faults: unknown[] = [];
  const ledger = {
    reachable: true,
    readBack: (keys: readonly SaleKey[]) => {
      asked.push([...keys]);
      if (!ledger.reachable) return Promise.reject(new Error('down'));
      return Promise.resolve(committed.filter(({ id }) => keys.some((key) => key.id === id)));
    },
    readLedger: () => Promise.resolve({ sales: committed, converged: true, unreachable: [] }),
  };
  const follower = new LedgerFollower({
    engine: ledger,
    floor: { scope },
    onChange: (seatIds) => changes.push([...seatIds]),
    onFault: (error) => faults.push(error),
  });
  return { follower, ledger, asked, changes, faults };
}

describe('LedgerFollower', () => {
  it('counts a sale only once it was read back from the ledger', async () => {
    const { follower, changes } = openLedger([sale('1')]);
    follower.acknowledge(sale('1'));
    follower.acknowledge(sale('never-committed'));
    expect(follower.tally.totals.tickets).toBe(0);
    await vi.waitFor(() =>
      expect(follower.tally.totals).toEqual({ sold: 1, tickets: 1, oversold: 0 }),
    );
    expect(changes).toEqual([['A1']]);
  });

  it('has caught up when all that was acknowledged was read back, and waits no longer than told', async () => {
    const { follower, ledger } = openLedger([sale('1'), sale('2')]);
    await follower.caughtUp(60_000);
    follower.acknowledge(sale('1'));
    const caughtUp = follower.caughtUp(60_000);
    expect(follower.tally.totals.tickets).toBe(0);
    await caughtUp;
    expect(follower.tally.totals.tickets).toBe(1);
    ledger.readBack = () => new Promise(() => undefined);
    follower.acknowledge(sale('2'));
    await follower.caughtUp(1);
    expect(follower.tally.totals.tickets).toBe(1);
  });

  it('reads at most 100 sales at once, and each sale counts once', async () => {
    const committed = Array.from({ length: 250 }, (_, at) => sale(String(at)));
    const { follower, asked } = openLedger(committed);
    for (const { id } of committed) follower.acknowledge(sale(id));
    await vi.waitFor(() => expect(asked.map((keys) => keys.length)).toEqual([100, 100, 50]));
    await follower.sync();
    expect(follower.tally.totals).toEqual({ sold: 1, tickets: 250, oversold: 1 });
  });

  it('finds by a whole reading what nobody acknowledged, or what could not be read back', async () => {
    const { follower, ledger, faults } = openLedger([sale('1'), sale('2')]);
    ledger.reachable = false;
    follower.acknowledge(sale('1'));
    await vi.waitFor(() => expect(follower.tally.totals.tickets).toBe(2));
    expect(faults).toHaveLength(1);
  });

  it('leaves earlier rounds and other floors out, and forgets a seat that is on sale anew', async () => {
    const scope = new Map([['A1', 2]]);
    const { follower, changes } = openLedger(
      [sale('1'), sale('2', 'A1', 2), sale('3', 'Z9')],
      scope,
    );
    await follower.sync();
    expect(follower.tally.holders('A1').map(({ id }) => id)).toEqual(['2']);
    scope.set('A1', 3);
    follower.opened(new Map([['A1', 3]]));
    expect(follower.tally.totals).toEqual({ sold: 0, tickets: 0, oversold: 0 });
    expect(changes).toEqual([['A1'], ['A1']]);
  });
});
