// Bad input over the real API: a typed answer that says what was wrong and what is allowed, nothing
// sold, nothing logged as a crash.
import { beforeAll, describe, expect, it } from 'vitest';
import { graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import {
  BREAK_IT,
  LEDGER,
  PURCHASE,
  RESET,
  WITNESS,
  type BreakItAnswer,
  type PurchaseAnswer,
} from './support/operations.ts';
import { openTestServer, type TestServer } from './support/server.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later);
});

const good = { engine: 'dsql', seat: 'A1', buyer: 'Ana', region: 'us-east-1' };

describe('purchase', () => {
  it.each([
    ['engine', { engine: 'oracle' }, 'the engines are dsql, dynamodb'],
    ['seat', { seat: 'Z99' }, 'its seats are A1 to H12'],
    ['seat', { seat: 'a1\u0000' }, 'its seats are A1 to H12'],
    ['region', { region: 'eu-west-1' }, 'the Regions are us-east-1, us-east-2'],
    ['buyer', { buyer: '   ' }, 'it is blank'],
    ['buyer', { buyer: '\u200B' }, 'character that can be seen'],
    ['buyer', { buyer: 'A\u0000na' }, 'control or broken characters'],
    ['buyer', { buyer: '\u202Eana' }, 'control or broken characters'],
    ['buyer', { buyer: 'x'.repeat(10_000) }, 'at most 80 characters, not 10000'],
    ['orderId', { orderId: 'a b' }, 'letters, digits or . _ : -'],
    ['orderId', { orderId: '' }, '1 to 100'],
    ['orderId', { orderId: 'burst-1' }, 'reserved'],
  ])('with a wrong %s is refused in words', async (field, wrong, words) => {
    const { purchase } = await server.ask<PurchaseAnswer>(PURCHASE, {
      input: { ...good, ...wrong },
    });
    expect(purchase).toMatchObject({ __typename: 'InvalidInputError', field });
    expect(purchase.message).toContain(words);
  });
});

describe('breakIt', () => {
  it.each([
    ['buyers', { seat: 'A1', buyers: 1 }, 'from 2 to 10000, not 1'],
    ['buyers', { seat: 'A1', buyers: 0 }, 'from 2 to 10000'],
    ['buyers', { seat: 'A1', buyers: -5 }, 'from 2 to 10000'],
    ['buyers', { seat: 'A1', buyers: 10_001 }, 'from 2 to 10000'],
    ['buyers', { buyers: 20_001 }, 'from 2 to 20000'],
    ['seed', { seat: 'A1', buyers: 8, seed: -1 }, 'from 0 to 2147483647'],
    ['seat', { seat: '112-E-8', buyers: 8 }, 'its seats are A1 to H12'],
    ['engines', { seat: 'A1', buyers: 8, engines: [] }, 'at least one engine'],
    ['engines', { seat: 'A1', buyers: 8, engines: ['dsql', 'x'] }, 'dsql, dynamodb'],
  ])('with wrong %s is refused in words', async (field, wrong, words) => {
    const { breakIt } = await server.ask<BreakItAnswer>(BREAK_IT, wrong);
    expect(breakIt).toMatchObject({ __typename: 'InvalidInputError', field });
    expect(breakIt.message).toContain(words);
  });
});

describe('other operations', () => {
  it('name what is allowed, as errors of the caller', async () => {
    const wrong: [string, Record<string, unknown>][] = [
      [WITNESS, { engine: 'oracle' }],
      [WITNESS, { engine: 'dsql', seat: 'Z99' }],
      [LEDGER, { engine: 'dsql', first: 501 }],
      [LEDGER, { engine: 'dsql', round: 1 }],
      [LEDGER, { engine: 'dsql', seat: 'A1', round: 99 }],
      [LEDGER, { engine: 'dsql', after: 'nonsense' }],
    ];
    for (const [query, variables] of wrong) {
      const { errors } = await graphql(server.url, query, variables);
      expect(errors?.[0]?.extensions?.['code'], JSON.stringify(variables)).toBe('BAD_USER_INPUT');
    }
    const venue = await server.ask<{ resetFloor: object }>(RESET, { venue: 'moon' });
    expect(venue.resetFloor).toMatchObject({ __typename: 'InvalidInputError', field: 'venue' });
  });
});

describe('after all of it', () => {
  it('nothing was sold, nothing was logged, the first round is still on', async () => {
    for (const engine of ['dsql', 'dynamodb']) {
      expect(await server.ask(WITNESS, { engine, seat: 'A1' })).toMatchObject({
        witness: { sales: 0, focus: { round: 1 } },
      });
    }
    expect(server.logged).toEqual([]);
  });
});
