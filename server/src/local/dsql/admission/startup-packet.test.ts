// The first packet, taken apart: every layout that PostgreSQL's protocol forbids is refused, so that
// nobody downstream can read another user out of the same bytes.
import { describe, expect, test } from 'vitest';
import { text } from '../wire/frame.ts';
import { parseStartupPacket } from './startup-packet.ts';
import { int32 } from './test-support.ts';

const VERSION_3 = int32(0x30000);
const END = Buffer.of(0);
const parse = (...parts: Buffer[]) => parseStartupPacket(Buffer.concat(parts));
const settings = (...values: string[]) => parse(VERSION_3, ...values.map(text), END);
const refused = (code: string, message: string) => ({
  kind: 'REFUSED',
  refusal: { code, message },
});
const LAYOUT = refused('08P01', 'invalid startup packet layout: expected terminator as last byte');

describe('understood', () => {
  test('requests for encryption and for a cancel', () => {
    expect([
      parse(int32(80_877_103)),
      parse(int32(80_877_104)),
      parse(int32(80_877_102), int32(4_711), int32(0xffffffff)),
    ]).toEqual([
      { kind: 'TLS_REQUEST' },
      { kind: 'GSS_REQUEST' },
      { kind: 'CANCEL', processId: 4_711, secretKey: -1 },
    ]);
  });

  test('a startup with settings, empty values, and names that mean something to JavaScript', () => {
    const pairs = ['user', 'admin', 'database', 'postgres', 'options', '', '__proto__', 'x'];
    expect(settings(...pairs)).toEqual({
      kind: 'STARTUP',
      startup: {
        user: 'admin',
        database: 'postgres',
        parameters: Object.fromEntries([
          ['options', ''],
          ['__proto__', 'x'],
        ]),
        minorVersion: 0,
        unknownOptions: [],
      },
    });
  });

  test('a later minor version and reserved options; the database is named as the user', () => {
    const pairs = ['user', 'é', '_pq_.later', 'on'].map(text);
    expect(parse(int32(0x30002), ...pairs, END)).toEqual({
      kind: 'STARTUP',
      startup: {
        user: 'é',
        database: 'é',
        parameters: {},
        minorVersion: 2,
        unknownOptions: ['_pq_.later'],
      },
    });
  });
});

describe('refused', () => {
  test('lengths that fit nothing', () => {
    const length = refused('08P01', 'invalid length of startup packet');
    expect([parse(), parse(Buffer.of(0, 3, 0))]).toEqual([length, length]);
    expect(parse(int32(80_877_103), END).kind).toBe('REFUSED');
    expect(parse(int32(80_877_102), int32(1)).kind).toBe('REFUSED');
  });

  test('other protocols', () => {
    const words = (version: string) =>
      refused('0A000', `unsupported frontend protocol ${version}: server supports 3.0 to 3.0`);
    expect([parse(int32(0x20000)), parse(int32(0x40000)), parse(int32(80_877_105))]).toEqual([
      words('2.0'),
      words('4.0'),
      words('1234.5681'),
    ]);
  });

  test('layouts with bytes missing, or behind the end', () => {
    const user = [text('user'), text('admin')];
    expect([
      parse(VERSION_3),
      parse(VERSION_3, ...user),
      parse(VERSION_3, Buffer.from('user')),
      parse(VERSION_3, text('user'), Buffer.from('admin')),
      parse(VERSION_3, text('user'), END),
      parse(VERSION_3, ...user, END, END),
      parse(VERSION_3, ...user, END, text('user'), text('app'), END),
    ]).toEqual(Array(7).fill(LAYOUT));
  });

  test('one name twice, no user, replication, bytes that are no UTF-8', () => {
    const badName = Buffer.from([0x75, 0xff, 0]);
    expect([
      settings('user', 'app', 'user', 'admin'),
      settings('database', 'postgres'),
      settings('user', ''),
      settings('user', 'admin', 'replication', 'database'),
      parse(VERSION_3, text('user'), badName, END),
    ]).toEqual([
      refused('08P01', 'invalid startup packet layout: repeated parameter'),
      refused('28000', 'no PostgreSQL user name specified in startup packet'),
      refused('28000', 'no PostgreSQL user name specified in startup packet'),
      refused('0A000', 'replication connections are not supported'),
      refused('22021', 'invalid byte sequence for encoding "UTF8"'),
    ]);
  });
});
