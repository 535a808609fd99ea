// What the page is told, for as long as it listens.
import { BURST_FIELDS, SALE_FIELDS } from './fragments.ts';
import { graphql, type ResultOf } from './graphql.ts';

/** In the compact form: the readable one ("changes") is not even built unless it is asked for. */
export const SEAT_STATUS = graphql(`
  subscription SeatStatus($engine: ID!) {
    seatStatus(engine: $engine) {
      revision
      sequence
      packed
      regions
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
        unreadRegions
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
          holders(first: 8) {
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

export type SeatUpdate = ResultOf<typeof SEAT_STATUS>['seatStatus'];
export type Verdict = ResultOf<typeof WITNESS_VERDICT>['witnessVerdict'];
