// The tabs of GraphiQL that question a burst: why, who, when, how fair, and compared with what; and
// a small part of the lab. Each works as it stands, on a server where nothing has happened yet.

const ASK_ANYTHING = `# 6. Ask it anything: break A1, then question the
# burst, all from its own file.
#   breaches        which rule, who, why, in words
#   firstKnown      when each Region knew it was sold
#   fairness        who won, and where they stood
#   wrongRejections told "taken" while it was free
mutation AskAnything {
  breakIt(input: { seat: "A1", buyers: 60 }) {
    ... on BreakIt {
      bursts {
        engine { id }
        verdict {
          result
          doubleSells
          hiddenSales
          causes { cause sales }
          breaches(first: 3) {
            totalCount
            edges { node { rule cause words } }
          }
        }
        firstKnown {
          firstSale { buyer region }
          regions { region afterMs buyer outcome }
        }
        fairness {
          regions { region orders winners shareOfWinners }
          firstInLine
          medianRank
        }
        wrongRejections(first: 3) {
          totalCount
          edges { node { words } }
        }
        attempts { attempts orders }
        conflicts { code count }
        latencies { region outcome count p50Ms p99Ms }
        files { href purpose }
      }
    }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message retryAfterMs }
  }
}
`;

const EVIDENCE = `# 7. The evidence on the last burst: who else holds
# the seat, and the very records that prove each
# breach. "sha256" names the file they are from; judge
# it yourself: npm run witness -- FILE
query Evidence {
  bursts(first: 1) {
    edges {
      node {
        engine { name }
        scenario
        strategy
        sha256
        holders(first: 5) {
          totalCount
          edges { node { buyer region soldAt } }
        }
        verdict {
          result
          reasons
          breaches(first: 3) {
            edges {
              node {
                rule
                words
                entries {
                  kind
                  buyer
                  region
                  outcome
                  read
                  callMs
                  returnMs
                }
              }
            }
          }
        }
        presses { presses orders }
        answers(first: 3) {
          edges {
            node {
              buyer
              outcome
              trace { readMs writeMs endMs conflict }
            }
          }
        }
      }
    }
  }
}
`;

const COMPARE = `# 8. Side by side: the same buyers, from the same
# seed, on both engines, each wanting ten seats where
# four are allowed (FAN_LIMIT).
#   overLimit  tickets too many: snapshot isolation
#              does not stop write skew either
# Then say strategy: COUNTER_ROW, and press ▶ again.
mutation Compare {
  breakIt(input: {
    scenario: FAN_LIMIT
    strategy: NAIVE
    buyers: 60
    seed: 7
  }) {
    ... on BreakIt {
      comparison {
        a { engine { name } verdict { result } }
        b { engine { name } verdict { result } }
        samePlan
        figures { figure a b difference ratio }
      }
    }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message retryAfterMs }
  }
}
`;

const LAB = `# 9. A small part of the lab: naive code at three
# isolation levels of PostgreSQL, one seat each.
# READ COMMITTED, the default, sells it many times;
# its neighbours do not. Leave an argument out: all.
mutation Lab {
  lab(input: {
    engines: [
      "postgres"
      "postgres-repeatable-read"
      "postgres-serializable"
    ]
    strategies: [NAIVE]
    scenarios: [ONE_SEAT]
    buyers: 60
  }) {
    ... on LabRun {
      lab {
        state
        seed
        cells {
          engineId
          state
          reason
          figures {
            result
            doubleSells
            predictedDoubleSells
            abortsPerSale
            p99Ms
            ordersPerSecond
          }
        }
      }
    }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message retryAfterMs }
  }
}
`;

/** Numbered after those of graphiql-tabs.ts. */
export const QUESTION_TABS: readonly string[] = [ASK_ANYTHING, EVIDENCE, COMPARE, LAB];
