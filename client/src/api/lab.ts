// What the lab's page asks, orders and hears.
import { graphql, type ResultOf } from './graphql.ts';

export const LAB_FIELDS = graphql(`
  fragment LabFields on Lab @_unmask {
    id
    startedAt
    state
    seed
    buyers
    note
    cells {
      engineId
      strategy
      scenario
      state
      reason
      burstId
      figures {
        result
        reasons
        sales
        doubleSells
        predictedDoubleSells
        overLimit
        abortsPerSale
        p50Ms
        p99Ms
        ordersPerSecond
      }
    }
  }
`);

/** What can be put into a run, the latest run, and which others there are. */
export const LAB = graphql(
  `
    query Lab($runs: Int!) {
      labEngines {
        id
        name
        consistency
        strategies
      }
      latest: labRuns(first: 1) {
        edges {
          node {
            ...LabFields
          }
        }
      }
      labRuns(first: $runs) {
        edges {
          node {
            id
            startedAt
            state
            buyers
          }
        }
      }
    }
  `,
  [LAB_FIELDS],
);

export const LAB_RUN = graphql(
  `
    query LabRun($id: ID!) {
      labRun(id: $id) {
        ...LabFields
      }
    }
  `,
  [LAB_FIELDS],
);

export const RUN_LAB = graphql(
  `
    mutation RunLab($input: LabInput!) {
      lab(input: $input) {
        __typename
        ... on LabRun {
          lab {
            ...LabFields
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
  [LAB_FIELDS],
);

export const LAB_PROGRESS = graphql(
  `
    subscription LabProgress {
      labProgress {
        ...LabFields
      }
    }
  `,
  [LAB_FIELDS],
);

export type LabRun = ResultOf<typeof LAB_FIELDS>;
export type LabCell = LabRun['cells'][number];
export type LabRunName = ResultOf<typeof LAB>['labRuns']['edges'][number]['node'];
export type LabEngine = ResultOf<typeof LAB>['labEngines'][number];
