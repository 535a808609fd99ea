// The records that several operations ask for, each written once.
import { graphql, type ResultOf } from './graphql.ts';

export const FLOOR_FIELDS = graphql(`
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

export const SALE_FIELDS = graphql(`
  fragment SaleFields on Sale @_unmask {
    orderId
    seat
    round
    buyer
    region
  }
`);

export const BURST_FIELDS = graphql(`
  fragment BurstFields on Burst @_unmask {
    id
    round
    state
    buyers
    resolved
    seed
    note
    reconciled
    sha256
    engine {
      id
    }
    seatId
    histogram {
      edgesMs
      counts
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

export type FloorInfo = ResultOf<typeof FLOOR_FIELDS>;
export type Ticket = ResultOf<typeof SALE_FIELDS>;
export type Burst = ResultOf<typeof BURST_FIELDS>;
