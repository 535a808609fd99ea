import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { measureOperation } from './measure.ts';

const schema = buildSchema(`
  type Query { seat: Seat, seats: [Seat!]!, page(first: Int = 20): Page!, names: [String!]! }
  type Page { edges: [Edge!]!, total: Int! }
  type Edge { node: Seat! }
  type Seat { id: ID!, tickets: [Ticket!]!, page(first: Int): Page! }
  type Ticket { buyer: String! }
`);

function measure(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('no operation');
  return measureOperation(schema, document, operation, variables);
}

test.each<[string, number, number]>([
  ['{ names }', 1, 0],
  ['{ seat { id } }', 2, 1],
  ['{ seats { id } }', 2, 10],
  ['{ seats { tickets { buyer } } }', 3, 110],
  ['{ page { total } }', 2, 1],
  ['{ page { edges { node { id } } } }', 4, 1 + 20 * 2],
  ['{ page(first: 3) { edges { node { id } } } }', 4, 1 + 3 * 2],
  ['{ page(first: 100000) { edges { node { id } } } }', 4, 1 + 500 * 2],
  ['{ page(first: -5) { edges { node { id } } } }', 4, 1],
  ['{ a: seat { id } b: seat { id } }', 2, 2],
  ['{ nothing { at { all } } }', 3, 0],
])('%s is %d deep and costs %d', (query, depth, cost) => {
  expect(measure(query)).toEqual({ depth, introspectionDepth: 0, cost });
});

test('a variable counts as what was sent, else as its default, else as the longest page', () => {
  const cost = (query: string, variables?: Record<string, unknown>) =>
    measure(`${query} { page(first: $n) { edges { node { id } } } }`, variables).cost;
  expect(cost('query ($n: Int)', { n: 7 })).toBe(1 + 7 * 2);
  expect(cost('query ($n: Int = 9)')).toBe(1 + 9 * 2);
  expect(cost('query ($n: Int)', { n: 'many' })).toBe(1 + 500 * 2);
  expect(measure('{ seat { page { edges { node { id } } } } }').cost).toBe(2 + 500 * 2);
});

test('fragments count where they are spread, and a circle ends', () => {
  const spread = measure(
    '{ seat { ...S } seats { ...S } } fragment S on Seat { tickets { buyer } }',
  );
  expect(spread).toEqual({ depth: 3, introspectionDepth: 0, cost: 11 + 110 });
  const circle = measure('{ seat { ...A } } fragment A on Seat { id ... { ...A } }');
  expect(circle).toEqual({ depth: 2, introspectionDepth: 0, cost: 1 });
});

test('introspection has a depth of its own', () => {
  expect(measure('{ __schema { types { fields { type { name } } } } }')).toEqual({
    depth: 1,
    introspectionDepth: 5,
    cost: 1,
  });
});
