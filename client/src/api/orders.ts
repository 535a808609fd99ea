// What the page orders. Every expected refusal is a member of the result, with its words.
import { BURST_FIELDS, SALE_FIELDS } from './fragments.ts';
import { graphql, type ResultOf } from './graphql.ts';

export const PURCHASE = graphql(
  `
    mutation Purchase($input: PurchaseInput!) {
      purchase(input: $input) {
        __typename
        ... on Purchase {
          orderId
          outcome
          attempts
          conflicts
          latencyMs
          sale {
            ...SaleFields
          }
        }
        ... on InvalidInputError {
          message
        }
        ... on EngineUnavailableError {
          message
        }
        ... on OverloadedError {
          message
        }
      }
    }
  `,
  [SALE_FIELDS],
);

export const BREAK_IT = graphql(
  `
    mutation BreakIt($input: BreakItInput!) {
      breakIt(input: $input) {
        __typename
        ... on BreakIt {
          bursts {
            ...BurstFields
          }
        }
        ... on InvalidInputError {
          message
        }
        ... on EngineUnavailableError {
          message
        }
        ... on OverloadedError {
          message
        }
      }
    }
  `,
  [BURST_FIELDS],
);

export const RESET_FLOOR = graphql(`
  mutation ResetFloor($input: ResetFloorInput!) {
    resetFloor(input: $input) {
      __typename
      ... on InvalidInputError {
        message
      }
      ... on EngineUnavailableError {
        message
      }
      ... on OverloadedError {
        message
      }
    }
  }
`);

export type PurchaseAnswer = ResultOf<typeof PURCHASE>['purchase'];
