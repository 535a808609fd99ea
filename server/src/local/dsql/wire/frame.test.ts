// Frames cut out of a stream, however it arrives: whole, byte by byte, several at once.
import { serialize } from 'pg-protocol';
import { describe, expect, it } from 'vitest';
import { FrameReader, WireError } from './frame.ts';
import { bind, isBinary, parametersOf, rowTexts } from './bind.ts';
import { errorFields, parseMessage, queryText, transactionStatus } from './read.ts';
import { errorResponse, readyForQuery } from './write.ts';
import { frame } from './frame.ts';

const query = serialize.query('SELECT 1');
const parse = serialize.parse({ name: 'a', text: 'SELECT $1', types: [23] });

describe('FrameReader', () => {
  it('gives the same frames however the stream is cut', () => {
    const stream = Buffer.concat([query, parse, serialize.sync()]);
    const whole = new FrameReader().push(stream).map(({ type }) => type);
    const reader = new FrameReader();
    const bytewise = [...stream].flatMap((byte) =>
      reader.push(Buffer.of(byte)).map(({ type, bytes }) => `${type}${bytes.length}`),
    );
    expect(whole).toEqual(['Q', 'P', 'S']);
    expect(bytewise).toEqual([`Q${query.length}`, `P${parse.length}`, 'S5']);
  });

  it('refuses a message above the limit as soon as its length is known', () => {
    const header = Buffer.from([0x51, 0, 0, 1, 0]);
    expect(() => new FrameReader(100).push(header)).toThrow(WireError);
  });

  it('refuses a length that cannot be', () => {
    expect(() => new FrameReader().push(Buffer.from([0x51, 0, 0, 0, 1]))).toThrow(
      'invalid message',
    );
  });
});

describe('messages', () => {
  const only = (bytes: Buffer) => {
    const [first] = new FrameReader().push(bytes);
    if (first === undefined) throw new Error('no frame');
    return first;
  };

  it('are read as pg-protocol writes them', () => {
    expect(queryText(only(query))).toBe('SELECT 1');
    expect(parseMessage(only(parse))).toEqual({ name: 'a', sql: 'SELECT $1', types: [23] });
  });

  it('refuse a string without an end', () => {
    expect(() => queryText(only(Buffer.from([0x51, 0, 0, 0, 5, 65])))).toThrow('without an end');
  });

  it('carry errors with code, message, hint and detail', () => {
    const refusal = { code: '40001', message: 'no', hint: 'retry', detail: 'why' };
    const fields = errorFields(only(errorResponse(refusal)));
    const expected = { S: 'ERROR', V: 'ERROR', C: '40001', M: 'no', D: 'why', H: 'retry' };
    expect(fields).toEqual(expected);
  });

  it('tell the state of the transaction', () => {
    expect(transactionStatus(only(readyForQuery('E')))).toBe('E');
  });

  it('bind the same parameters to another statement', () => {
    const values = ['x', null, Buffer.from([1, 2])];
    const given = only(serialize.bind({ statement: 's', portal: 'p', values }));
    const parameters = parametersOf(given);
    const again = parametersOf(only(bind('other', parameters)));
    expect(again).toEqual(parameters);
    expect([0, 1, 2].map((at) => isBinary(parameters, at))).toEqual([false, false, true]);
    expect(parameters.values).toEqual([Buffer.from('x'), null, Buffer.from([1, 2])]);
  });

  it('hold the columns of a row', () => {
    const row = frame('D', Buffer.from([0, 2, 0, 0, 0, 1, 65, 255, 255, 255, 255]));
    expect(rowTexts(only(row))).toEqual(['A', null]);
  });
});
