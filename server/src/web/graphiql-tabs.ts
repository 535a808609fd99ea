// The tabs that GraphiQL opens with: break a seat, then question the witness about it. Each says
// what to do and what to look for, in lines that fit half a window. Each works as it stands.
import { QUESTION_TABS } from './graphiql-question-tabs.ts';

const BREAK_IT = `# 1. Break it: 60 buyers want seat A1 at once,
# on both engines. Press ▶, then compare
#   told        buyers who were told "confirmed"
#   confirmed   sales in the committed ledger
#   tableShows  owners that the seats table admits to
# One engine sells a seat once. The other oversells
# it, and its own table hides that.
mutation BreakIt {
  breakIt(input: { seat: "A1", buyers: 60 }) {
    ... on BreakIt {
      bursts {
        engine { id consistency }
        scoreboard {
          told
          confirmed
          tableShows
          oversold
          maxRetries
          p50Ms
          p99Ms
        }
        reconciled
      }
    }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message retryAfterMs }
  }
}
`;

const WHO_HOLDS = `# 2. Who holds A1?
#   owner    what the seats table shows: one name
#   tickets  what was sold, from the ledger
# More than one ticket: that many people will stand
# at the same seat.
query WhoHoldsA1 {
  dsql: seat(engine: "dsql", id: "A1") {
    ...Holders
  }
  dynamodb: seat(engine: "dynamodb", id: "A1") {
    ...Holders
  }
}

fragment Holders on Seat {
  status
  round
  owner
  tickets { buyer region soldAt }
}
`;

const VERDICT = `# 3. Ask the witness: it reads the ledger anew.
#   LINEARIZABLE  one seat, one sale, nobody misled
#   VIOLATED      with the evidence in "reasons"
#   UNPROVEN      with what is missing in "reasons"
query Verdict {
  dsql: witness(engine: "dsql", seat: "A1") {
    ...Findings
  }
  dynamodb: witness(engine: "dynamodb", seat: "A1") {
    ...Findings
  }
}

fragment Findings on Verdict {
  result
  reasons
  readAt
  sales
  doubleSells
  focus {
    confirmed
    doubleSells
    holders { buyer region attempts }
  }
}
`;

const WATCH_SEATS = `# 4. Watch the seats. Press ▶, then break A1 from
# the page (or the first tab in another window).
# The present state comes first, then each change as
# it is committed: SOLD, then OVERSOLD. With "dsql"
# in place of "dynamodb" a seat stays SOLD.
subscription WatchSeats {
  seatStatus(engine: "dynamodb") {
    sequence
    at
    changes { seat status holders owner region }
    sold
    tickets
    oversold
  }
}
`;

const WATCH_VERDICT = `# 5. Watch the verdict. Press ▶, then break A1 from
# the page (or the first tab in another window).
# A second sale is VIOLATED at once. A clean run is
# UNPROVEN until every buyer has an answer.
subscription WatchVerdict {
  witnessVerdict(engine: "dynamodb", seat: "A1") {
    result
    reasons
    sales
    doubleSells
    focus { confirmed holders { buyer region } }
  }
}
`;

export const GRAPHIQL_TABS: readonly string[] = [
  BREAK_IT,
  WHO_HOLDS,
  VERDICT,
  WATCH_SEATS,
  WATCH_VERDICT,
  ...QUESTION_TABS,
];
