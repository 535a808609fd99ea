// The tabs that GraphiQL opens with: break a seat, then question the witness about it. Each says
// what to do and what to look for.

const BREAK_IT = `# 1. Break it. 60 buyers want seat A1 at the same moment, on both engines.
# Press ▶ and compare "confirmed" (sales in the committed ledger) with
# "tableShows" (owners that the seats table admits to): one of the engines hides what it sold.
mutation BreakIt {
  breakIt(input: { seat: "A1", buyers: 60 }) {
    ... on BreakIt {
      bursts {
        engine { id consistency components }
        scoreboard { told confirmed tableShows oversold maxRetries p50Ms p99Ms }
        reconciled
      }
    }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message engine }
    ... on OverloadedError { message retryAfterMs }
  }
}
`;

const WHO_HOLDS = `# 2. Who holds A1? "owner" is what the seats table shows; "tickets" is what was sold.
# More than one ticket on an engine: that many people will stand at the same seat.
query WhoHoldsA1 {
  dsql: seat(engine: "dsql", id: "A1") { status owner round tickets { buyer region soldAt } }
  dynamodb: seat(engine: "dynamodb", id: "A1") { status owner round tickets { buyer region soldAt } }
}
`;

const VERDICT = `# 3. Ask the witness. It reads the ledger each time it is asked.
# LINEARIZABLE, VIOLATED with the evidence, or UNPROVEN with what is missing: look at "reasons".
query Verdict {
  dsql: witness(engine: "dsql", seat: "A1") { ...What }
  dynamodb: witness(engine: "dynamodb", seat: "A1") { ...What }
}

fragment What on Verdict {
  result
  reasons
  readAt
  sales
  seatsSold
  doubleSells
  focus { result confirmed doubleSells holders { buyer region attempts } }
}
`;

const WATCH_SEATS = `# 4. Watch the seats. Press ▶, then run "BreakIt" in the first tab.
# The present state comes first, then each change as it is committed: SOLD, then OVERSOLD.
# With "dsql" instead, a seat stops at SOLD.
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

const WATCH_VERDICT = `# 5. Watch the verdict. Press ▶, then run "BreakIt" in the first tab.
# UNPROVEN while buyers wait for their answers, then what the ledger proves. VIOLATED comes at once.
subscription WatchVerdict {
  witnessVerdict(engine: "dynamodb", seat: "A1") {
    result
    reasons
    sales
    doubleSells
    focus { confirmed doubleSells holders { buyer region } }
  }
}
`;

export const GRAPHIQL_TABS: readonly string[] = [
  BREAK_IT,
  WHO_HOLDS,
  VERDICT,
  WATCH_SEATS,
  WATCH_VERDICT,
];
