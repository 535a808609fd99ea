// Every question that the page asks, in one place. A test checks each against schema.graphql.
import { graphql, type ResultOf } from './graphql.ts';

const FLOOR_FIELDS = graphql(`
  fragment FloorFields on Floor @_unmask {
    revision
    round
    seatCount
    bounds
    pitch
    sold
    tickets
    oversold
    venue {
      id
      name
    }
    sections {
      id
      name
      first
      count
      seatIds
      rows
    }
  }
`);

const SALE_FIELDS = graphql(`
  fragment SaleFields on Sale @_unmask {
    orderId
    seat
    round
    buyer
    region
  }
`);

const BURST_FIELDS = graphql(`
  fragment BurstFields on Burst @_unmask {
    id
    round
    state
    buyers
    resolved
    seed
    note
    reconciled
    engine {
      id
    }
    seat {
      id
    }
    scoreboard {
      told
      confirmed
      tableShows
      oversold
      rejected
      indeterminate
      failed
      maxRetries
      elapsedMs
      p50Ms
      p95Ms
      p99Ms
      maxMs
    }
  }
`);

/** The engines and the venues, without their floors. */
export const WORLD = graphql(`
  query World {
    engines {
      id
      name
      consistency
      deployment
      components
      regions
      ready
    }
    venues {
      id
      name
      seatCount
    }
  }
`);

/** One floor's geometry and revision; its seats come by subscription. */
export const FLOOR = graphql(
  `
    query Floor($engine: ID!) {
      engine(id: $engine) {
        ready
        floor {
          ...FloorFields
        }
      }
    }
  `,
  [FLOOR_FIELDS],
);

/** The last burst of an engine, so that a page opened later still shows it. */
export const LAST_BURST = graphql(
  `
    query LastBurst($engine: ID!) {
      bursts(engine: $engine, first: 1) {
        edges {
          node {
            ...BurstFields
          }
        }
      }
    }
  `,
  [BURST_FIELDS],
);

/** The first answers of a burst: who was told what. */
export const BURST_ANSWERS = graphql(`
  query BurstAnswers($id: ID!, $first: Int!) {
    burst(id: $id) {
      answers(first: $first) {
        edges {
          node {
            orderId
            buyer
            region
            outcome
          }
        }
      }
    }
  }
`);

/** A seat's tickets in the committed ledger, to check one's own against. */
export const SEAT_TICKETS = graphql(
  `
    query SeatTickets($engine: ID!, $seat: ID!) {
      seat(engine: $engine, id: $seat) {
        id
        round
        tickets {
          ...SaleFields
        }
      }
    }
  `,
  [SALE_FIELDS],
);

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
    }
  }
`);

/** "changes" adds only what the packed form lacks: where each seat was last bought. */
export const SEAT_STATUS = graphql(`
  subscription SeatStatus($engine: ID!) {
    seatStatus(engine: $engine) {
      revision
      sequence
      packed
      changes {
        region
      }
      sold
      tickets
      oversold
    }
  }
`);

export const WITNESS_VERDICT = graphql(
  `
    subscription WitnessVerdict($engine: ID!, $seat: ID) {
      witnessVerdict(engine: $engine, seat: $seat) {
        result
        reasons
        readAt
        sales
        seatsSold
        doubleSells
        hiddenSales
        focus {
          seat
          round
          confirmed
          doubleSells
          result
          holders {
            ...SaleFields
          }
        }
      }
    }
  `,
  [SALE_FIELDS],
);

export const BURST_PROGRESS = graphql(
  `
    subscription BurstProgress($engine: ID!) {
      burstProgress(engine: $engine) {
        ...BurstFields
      }
    }
  `,
  [BURST_FIELDS],
);

export type EngineInfo = ResultOf<typeof WORLD>['engines'][number];
export type VenueInfo = ResultOf<typeof WORLD>['venues'][number];
export type FloorInfo = ResultOf<typeof FLOOR_FIELDS>;
export type Ticket = ResultOf<typeof SALE_FIELDS>;
export type Burst = ResultOf<typeof BURST_FIELDS>;
export type SeatUpdate = ResultOf<typeof SEAT_STATUS>['seatStatus'];
export type Verdict = ResultOf<typeof WITNESS_VERDICT>['witnessVerdict'];
export type PurchaseAnswer = ResultOf<typeof PURCHASE>['purchase'];
