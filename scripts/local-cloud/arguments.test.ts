import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test('without arguments the cloud runs, on any ports', () => {
  const run = {
    command: 'run',
    json: false,
    dsqlPorts: {},
    dynamodbPorts: {},
    controlPlanePort: 0,
  };
  expect(readArguments([])).toEqual(run);
  expect(
    readArguments([
      '--json',
      '--dsql-ports',
      '5433,5434',
      '--dynamodb-ports',
      '8001,8002',
      '--control-plane-port=4566',
    ]),
  ).toEqual({
    ...run,
    json: true,
    dsqlPorts: { 'us-east-1': 5433, 'us-east-2': 5434 },
    dynamodbPorts: { 'us-east-1': 8001, 'us-east-2': 8002 },
    controlPlanePort: 4566,
  });
});

test('a token is for admin in us-east-1, for 15 minutes, unless it is said otherwise', () => {
  const token = { command: 'token', region: 'us-east-1', user: 'admin', expiresInS: 900 };
  expect(readArguments(['token'])).toEqual(token);
  expect(
    readArguments(['token', '--region', 'us-east-2', '--user', 'seller', '--expires-in', '604800']),
  ).toEqual({ ...token, region: 'us-east-2', user: 'seller', expiresInS: 604_800 });
});

test.each([
  [['--nonsense'], '--nonsense'],
  [['run'], "'run'"],
  [['--json=yes'], '--json'],
  [['--dsql-ports', '5433'], '--dsql-ports must be 2 different ports, not "5433"'],
  [['--dynamodb-ports', '5433,5433'], '--dynamodb-ports must be 2 different ports'],
  [['--dsql-ports', '5433,x'], 'whole numbers from 1 to 65535, not "x"'],
  [['--control-plane-port', '65536'], 'whole numbers from 0 to 65535, not "65536"'],
  [['token', '--json'], '--json'],
  [['token', '--region', 'mars-1'], 'one of us-east-1, us-east-2, not "mars-1"'],
  [['token', '--expires-in', '604801'], 'from 1 to 604800'],
  [['token', '--expires-in', '1e3'], 'not "1e3"'],
])('%j is refused in words', (args, words) => {
  expect(() => readArguments(args)).toThrow(words);
});
