// The DSQL gateway's life beside SQL: limits, faults on demand, and the way between the Regions.
// Each behaviour is one of Aurora DSQL; its words come with its source in
// server/src/local/dsql.
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, openDsqlCloud, REGIONS, type DsqlCloud } from './support/dsql-cloud.ts';
import { waitFor } from './support/wait-for.ts';

const NO_FAULTS = {
  conflictCommits: 0,
  dropAcknowledgements: 0,
  unavailableCommits: 0,
  unavailableApplied: false,
  cut: false,
  asleep: false,
};
const SEAT = `INSERT INTO seats VALUES ('A1', 0) ON CONFLICT (id) DO UPDATE SET n = 0`;

describe('the gateway', () => {
  let cloud: DsqlCloud;
  let client: pg.Client;

  const seats = async (): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(`SELECT n FROM seats WHERE id = 'A1'`);
    return rows[0]?.n ?? -1;
  };

  beforeAll(async () => {
    const limits = {
      rowsPerTransaction: 50,
      bytesPerTransaction: 20_000,
      transactionAgeMs: 1_000,
      connections: 20,
    };
    cloud = await openDsqlCloud({ limits, commitDelayMs: 5 });
    client = await cloud.connect();
    await client.query('CREATE TABLE seats (id text PRIMARY KEY, n int NOT NULL)');
    await client.query('CREATE TABLE notes (id int PRIMARY KEY, words text)');
  });
  afterAll(() => cloud.close());

  beforeEach(async () => {
    await cloud.gateways.setFaults(NO_FAULTS);
    await client.end();
    client = await cloud.connect();
    await client.query(SEAT);
  });

  describe('faults on demand', () => {
    const buy = () => client.query(`UPDATE seats SET n = n + 1 WHERE id = 'A1'`);

    it('the next COMMITs conflict, as often as was asked for', async () => {
      await cloud.gateways.setFaults({ conflictCommits: 2 }, REGIONS[0]);
      const conflict = '40001 change conflicts with another transaction (OC000)';
      expect(await codeOf(buy())).toBe(conflict);
      await client.query('BEGIN');
      await buy();
      expect(await codeOf(client.query('COMMIT'))).toBe(conflict);
      expect(client.getTransactionStatus()).toBe('I');
      await buy();
      expect(await seats()).toBe(1);
    });

    it('"server unavailable" with and without the commit carried out', async () => {
      for (const [unavailableApplied, sold] of [
        [true, 1],
        [false, 1],
      ] as const) {
        await cloud.gateways.setFaults({ unavailableCommits: 1, unavailableApplied }, REGIONS[0]);
        await client.query('BEGIN');
        await buy();
        expect(await codeOf(client.query('COMMIT'))).toBe('XX000 server unavailable');
        expect(await seats()).toBe(sold);
      }
    });

    it('the acknowledgement is dropped: the connection ends, the commit stands', async () => {
      await cloud.gateways.setFaults({ dropAcknowledgements: 1 }, REGIONS[0]);
      await client.query('BEGIN');
      await buy();
      expect(await codeOf(client.query('COMMIT'))).toContain('Connection terminated');
      client = await cloud.connect();
      expect(await seats()).toBe(1);
    });

    it('reads meet none of them', async () => {
      await cloud.gateways.setFaults({ conflictCommits: 1, dropAcknowledgements: 1 });
      await client.query('BEGIN');
      await seats();
      await client.query('COMMIT');
      const state = await cloud.gateways.state(REGIONS[0]);
      expect(state.pendingFaults).toMatchObject({ conflictCommits: 1, dropAcknowledgements: 1 });
    });

    it('a Region is cut: its clients are, the other Region serves, and it comes back', async () => {
      await cloud.gateways.setFaults({ cut: true }, REGIONS[0]);
      expect(await codeOf(client.query('SELECT 1'))).not.toBe('succeeded');
      await expect(cloud.connect(REGIONS[0])).rejects.toThrow();
      const other = await cloud.connect(REGIONS[1]);
      await other.query('SELECT 1');
      await cloud.gateways.setFaults({ cut: false }, REGIONS[0]);
      client = await cloud.connect();
    });

    it('a sleeping cluster says that it wakes up', async () => {
      await cloud.gateways.setFaults({ asleep: true });
      const words = 'unable to accept connection, waking up cluster, please retry later';
      expect(await codeOf(cloud.connect())).toBe(`57P03 ${words}`);
    });
  });

  describe('the way between the Regions', () => {
    it('is paid by a COMMIT that wrote, and not by reads beside it', async () => {
      const slow = await openDsqlCloud({ commitDelayMs: 1_500 });
      try {
        const [writer, reader] = [await slow.connect(), await slow.connect()];
        await writer.query('CREATE TABLE t (id int PRIMARY KEY)');
        await reader.query('SELECT 1').catch(() => undefined);
        const order: string[] = [];
        const written = writer.query('INSERT INTO t VALUES (1)').then(() => order.push('write'));
        await reader.query('BEGIN');
        await reader.query('SELECT * FROM t');
        await reader.query('COMMIT');
        order.push('read');
        await written;
        expect(order).toEqual(['read', 'write']);
      } finally {
        await slow.close();
      }
    });
  });

  describe('limits', () => {
    it('of rows in one transaction: exactly so many pass, one more fails and aborts it', async () => {
      const rows = (count: number, from: number) =>
        `INSERT INTO notes SELECT g, '' FROM generate_series(${from}, ${from + count - 1}) g`;
      await client.query(rows(50, 1));
      expect(await codeOf(client.query(rows(51, 100)))).toBe(
        '54000 transaction row limit exceeded',
      );
      await client.query('BEGIN');
      await client.query(rows(30, 100));
      expect(await codeOf(client.query(rows(21, 200)))).toMatch(/^54000/);
      expect(await codeOf(client.query('SELECT 1'))).toMatch(/^25P02/);
      const { command } = await client.query('COMMIT');
      expect(command).toBe('ROLLBACK');
      const { rows: left } = await client.query<{ n: string }>('SELECT count(*) AS n FROM notes');
      expect(left).toEqual([{ n: '50' }]);
    });

    it('of bytes in one transaction', async () => {
      const words = 'x'.repeat(12_000);
      await client.query('BEGIN');
      await client.query('INSERT INTO notes VALUES (1001, $1)', [words]);
      expect(await codeOf(client.query('INSERT INTO notes VALUES (1002, $1)', [words]))).toBe(
        '54000 transaction size limit 10mb exceeded',
      );
      await client.query('ROLLBACK');
    });

    it('of a transaction’s age', async () => {
      await client.query('BEGIN');
      await client.query('SELECT 1');
      await waitFor(async () => /^54000/.test(await codeOf(client.query('SELECT 1'))));
      await client.query('ROLLBACK');
    });

    it('of open connections', async () => {
      const held: pg.Client[] = [];
      const all = async () => {
        for (;;) held.push(await cloud.connect());
      };
      expect(await codeOf(all())).toBe(
        '53300 Unable to accept connection, too many open connections.',
      );
      await Promise.all(held.map((each) => each.end()));
    });

    it('of a connection’s life: it ends outside of a transaction, not inside', async () => {
      const brief = await openDsqlCloud({ limits: { connectionLifetimeMs: 300 } });
      try {
        const busy = await brief.connect();
        await busy.query('BEGIN');
        const idle = await brief.connect();
        await new Promise((resolve) => idle.once('end', resolve));
        await busy.query('SELECT 1');
        await busy.query('COMMIT');
        await waitFor(async () => (await codeOf(busy.query('SELECT 1'))) !== 'succeeded');
      } finally {
        await brief.close();
      }
    });
  });

  it('lets nothing reach PostgreSQL past itself: every backend is its own or its client’s', async () => {
    const { socketDir: host, port, database, superuser: user } = cloud.postgres;
    const inside = new pg.Client({ host, port, database, user, application_name: 'this test' });
    await inside.connect();
    const { rows } = await inside.query(
      `SELECT DISTINCT usename, application_name FROM pg_stat_activity
       WHERE backend_type = 'client backend' ORDER BY 1, 2`,
    );
    await inside.end();
    expect(rows).toEqual([
      { usename: 'admin', application_name: '' },
      { usename: user, application_name: 'dsql gateway' },
      { usename: user, application_name: 'this test' },
    ]);
  });
});
