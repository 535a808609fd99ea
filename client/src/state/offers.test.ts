import { expect, test } from 'vitest';
import { refusalOf } from './offers.ts';

const DSQL = { name: 'Aurora DSQL', strategies: ['NAIVE', 'FOR_UPDATE'] } as const;
const DYNAMO = { name: 'DynamoDB', strategies: ['NAIVE', 'CONDITIONAL'] } as const;

test('what every engine has is not refused', () => {
  expect(refusalOf('NAIVE', [DSQL, DYNAMO])).toBeNull();
  expect(refusalOf('FOR_UPDATE', [DSQL])).toBeNull();
});

test('who lacks it is named', () => {
  expect(refusalOf('FOR_UPDATE', [DSQL, DYNAMO])).toBe('DynamoDB cannot run the for update code.');
  expect(refusalOf('COUNTER_ROW', [DSQL, DYNAMO])).toBe(
    'Aurora DSQL and DynamoDB cannot run the counter row code.',
  );
});
