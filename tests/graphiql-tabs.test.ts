// The preset tabs of GraphiQL on a fresh server with real databases, each as it stands, in order:
// whoever opens the page and presses ▶ gets an answer, and sees there what the tab says.
import { Kind, OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { GRAPHIQL_TABS } from '../server/src/web/graphiql-tabs.ts';
import { graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { openTestServer, type TestServer } from './support/server.ts';

const later = leftovers();
let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(later);
});

const any: unknown = expect.anything();
const aboveZero: unknown = expect.toSatisfy((value: number) => value > 0, 'above 0');

const bothOverLimit: unknown = expect.arrayContaining([
  expect.objectContaining({ figure: 'overLimit', a: aboveZero, b: aboveZero }),
]);

/** One burst as the tab about everything shows it. */
const asked = (id: string, result: string, doubleSells: unknown): object => ({
  engine: { id },
  verdict: { result, doubleSells },
  firstKnown: { firstSale: { buyer: any }, regions: [{ afterMs: any }, { afterMs: any }] },
  fairness: { regions: [{ orders: 30 }, { orders: 30 }] },
  wrongRejections: { totalCount: any },
  files: [{ href: any }, { href: any }, { href: any }, { href: any }],
});

const cell = (engineId: string, doubleSells: unknown): object => ({
  engineId,
  state: 'DONE',
  figures: { doubleSells },
});

/** What each tab says that one sees, by the name of its operation. */
const SEEN: Readonly<Record<string, object>> = {
  BreakIt: {
    breakIt: {
      bursts: [{ scoreboard: { oversold: 0 } }, { scoreboard: { oversold: aboveZero } }],
    },
  },
  WhoHoldsA1: { dsql: { status: 'SOLD' }, dynamodb: { status: 'OVERSOLD' } },
  Verdict: { dsql: { result: 'LINEARIZABLE' }, dynamodb: { result: 'VIOLATED' } },
  AskAnything: {
    breakIt: {
      bursts: [asked('dsql', 'LINEARIZABLE', 0), asked('dynamodb', 'VIOLATED', aboveZero)],
    },
  },
  Evidence: {
    bursts: {
      edges: [
        {
          node: {
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
            verdict: { breaches: { edges: any } },
          },
        },
      ],
    },
  },
  Compare: { breakIt: { comparison: { samePlan: true, figures: bothOverLimit } } },
  Lab: {
    lab: {
      lab: {
        state: 'SETTLED',
        cells: [
          cell('postgres', aboveZero),
          cell('postgres-repeatable-read', 0),
          cell('postgres-serializable', 0),
        ],
      },
    },
  },
};

const questions = GRAPHIQL_TABS.map((query) => {
  const { name, operation } = operationOf(query);
  return { name: name?.value ?? '', operation, query };
}).filter(({ operation }) => operation !== OperationTypeNode.SUBSCRIPTION);

test('every tab that is no subscription is tried', () => {
  expect(questions.map(({ name }) => name)).toEqual(Object.keys(SEEN));
});

test.each(questions)('$name shows what it says', async ({ name, query }) => {
  const { data, errors } = await graphql(server.url, query);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject(SEEN[name] ?? {});
});

function operationOf(query: string): OperationDefinitionNode {
  const [definition] = parse(query).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION) return definition;
  throw new Error('a tab begins with its operation');
}
