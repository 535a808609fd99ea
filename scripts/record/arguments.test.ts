import { describe, expect, it } from 'vitest';
import { readArguments, RecordError } from './arguments.ts';

const WHOLE = {
  ...{ url: 'http://127.0.0.1:4000', ids: [], out: 'talk.ndjson', format: 'ndjson', title: null },
};
const OUT = ['--out', 'talk.ndjson'];

describe('the command line of record', () => {
  it.each([
    [[], {}],
    [['--js'], { format: 'js' }],
    [['--html'], { format: 'html' }],
    [['dsql-1', 'dynamodb-2', 'dsql-1'], { ids: ['dsql-1', 'dynamodb-2'] }],
    [
      ['--url', 'http://127.0.0.1:4100/lab', '--title', 'T'],
      { url: 'http://127.0.0.1:4100', title: 'T' },
    ],
  ])('%j', (args, changes) => {
    expect(readArguments([...OUT, ...args])).toEqual({ ...WHOLE, ...changes });
  });

  it.each([
    [[], '--out FILE is needed'],
    [[...OUT, '--js', '--html'], '--js and --html are two different files'],
    [[...OUT, '--url', 'localhost'], '--url must be as in http://127.0.0.1:4000, not "localhost"'],
    [[...OUT, '--title', 'x'.repeat(201)], '--title has at most 200 characters'],
    [[...OUT, '--what'], "Unknown option '--what'"],
  ])('%j is refused', (args, words) => {
    expect(() => readArguments(args)).toThrow(RecordError);
    expect(() => readArguments(args)).toThrow(words);
  });
});
