// The net effect of a transaction's writes, and the order in which they are put into the database.
import { describe, expect, it } from 'vitest';
import type { Table } from '../catalog/tables.ts';
import { WriteSet } from './write-set.ts';

const table = (oid: number, change: Partial<Table> = {}): Table => ({
  oid,
  schema: 'public',
  name: `t${oid}`,
  columns: [
    { name: 'id', generated: false },
    { name: 'n', generated: false },
  ],
  key: [0],
  unique: ['id'],
  hasForeignKey: false,
  ...change,
});
const seats = table(1);
const kindsOf = (writes: WriteSet) => writes.changes().map(({ change }) => change);

describe('a write set', () => {
  it.each([
    [
      'insert, update: one insert',
      [
        ['', '(a,1)'],
        ['(a,1)', '(a,2)'],
      ],
      [{ kind: 'INSERT', row: '(a,2)' }],
    ],
    [
      'insert, delete: nothing',
      [
        ['', '(a,1)'],
        ['(a,1)', ''],
      ],
      [],
    ],
    [
      'update twice: the last',
      [
        ['(a,1)', '(a,2)'],
        ['(a,2)', '(a,3)'],
      ],
      [{ kind: 'UPDATE', row: '(a,3)' }],
    ],
    [
      'update, delete: a delete',
      [
        ['(a,1)', '(a,2)'],
        ['(a,2)', ''],
      ],
      [{ kind: 'DELETE', row: '(a,2)' }],
    ],
    [
      'delete, insert: an update',
      [
        ['(a,1)', ''],
        ['', '(a,9)'],
      ],
      [{ kind: 'UPDATE', row: '(a,9)' }],
    ],
    [
      'a new key: the old one goes, the new one comes',
      [['(a,1)', '(b,1)']],
      [
        { kind: 'DELETE', row: '(a,1)' },
        { kind: 'INSERT', row: '(b,1)' },
      ],
    ],
  ] as const)('%s', (_, events, changes) => {
    const writes = new WriteSet();
    for (const [old, row] of events) writes.record({ table: seats, old, new: row });
    expect(kindsOf(writes)).toEqual(changes);
    expect(writes.rows).toBe(events.length);
  });

  it('locks a row without changing it, unless it is changed', () => {
    const writes = new WriteSet();
    writes.touch(seats, '(a,1)');
    writes.touch(seats, '(b,1)');
    writes.record({ table: seats, old: '(b,1)', new: '(b,2)' });
    writes.touch(seats, '(b,2)');
    expect(kindsOf(writes)).toEqual([
      { kind: 'TOUCH', row: '(a,1)' },
      { kind: 'UPDATE', row: '(b,2)' },
    ]);
    expect(writes.rows).toBe(1);
  });

  it('is applied by table and key, inserts last, so that two transactions meet in one order', () => {
    const writes = new WriteSet();
    writes.record({ table: table(2), old: '', new: '(z,1)' });
    writes.record({ table: seats, old: '', new: '(a,1)' });
    writes.record({ table: seats, old: '(c,1)', new: '(c,2)' });
    writes.record({ table: seats, old: '(b,1)', new: '(b,2)' });
    const order = writes.changes().map(({ table: { oid }, change }) => `${oid}${change.row}`);
    expect(order).toEqual(['1(b,2)', '1(c,2)', '1(a,1)', '2(z,1)']);
  });

  it('is applied as it came where foreign keys tie the tables', () => {
    const writes = new WriteSet();
    writes.record({ table: table(2, { hasForeignKey: true }), old: '', new: '(z,1)' });
    writes.record({ table: table(1, { hasForeignKey: true }), old: '', new: '(a,1)' });
    expect(writes.changes().map(({ table: { oid } }) => oid)).toEqual([2, 1]);
  });

  it('finds rows of a table without a key by their whole text', () => {
    const writes = new WriteSet();
    const log = table(3, { key: [] });
    writes.record({ table: log, old: '', new: '(a,1)' });
    writes.record({ table: log, old: '(a,1)', new: '(a,2)' });
    writes.record({ table: log, old: '(a,2)', new: '' });
    expect(kindsOf(writes)).toEqual([
      { kind: 'INSERT', row: '(a,1)' },
      { kind: 'REPLACE', row: '(a,2)', old: '(a,1)' },
      { kind: 'REMOVE', row: '(a,2)' },
    ]);
  });
});
