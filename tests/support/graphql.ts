// GraphQL over HTTP as a well-behaved client speaks it.
import type { GraphQLFormattedError } from 'graphql';

export interface GraphQLAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** @param url of the server, such as http://127.0.0.1:4000 */
export async function graphql(
  url: string,
  query: string,
  variables: Variables = {},
): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphQLAnswer;
}

/** The codes of an answer's errors, in order. */
export function codes({ errors = [] }: GraphQLAnswer): unknown[] {
  return errors.map(({ extensions }) => extensions?.['code']);
}
