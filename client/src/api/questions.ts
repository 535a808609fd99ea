// What the page asks: at its start, after the connection was lost, and about single seats.
import { FLOOR_FIELDS, SALE_FIELDS } from './fragments.ts';
import { graphql, type ResultOf } from './graphql.ts';

/** The engines and the venues, without what a database would have to be asked. */
export const WORLD = graphql(`
  query World {
    engines {
      id
      name
      consistency
      deployment
      components
      regions
    }
    venues {
      id
      name
      seatCount
    }
  }
`);

/** Whether the engine's database answers now, and how far its replicas were behind. */
export const HEALTH = graphql(`
  query Health($engine: ID!) {
    engine(id: $engine) {
      ready
      lagMs
    }
  }
`);

/** One floor's geometry and revision; its seats come by subscription. */
export const FLOOR = graphql(
  `
    query Floor($engine: ID!) {
      engine(id: $engine) {
        floor {
          ...FloorFields
        }
      }
    }
  `,
  [FLOOR_FIELDS],
);

/** The first answers of a burst, at one seat or at all: who was told what. */
export const BURST_ANSWERS = graphql(`
  query BurstAnswers($id: ID!, $first: Int!, $seat: ID) {
    burst(id: $id) {
      answers(first: $first, seat: $seat) {
        edges {
          node {
            orderId
            seat
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

export type EngineInfo = ResultOf<typeof WORLD>['engines'][number];
export type VenueInfo = ResultOf<typeof WORLD>['venues'][number];
