// The operations that the tests of the whole server send, and what they answer.

export interface Scoreboard {
  readonly told: number;
  readonly confirmed: number;
  readonly tableShows: number;
  readonly oversold: number;
  readonly rejected: number;
  readonly indeterminate: number;
  readonly failed: number;
  readonly maxRetries: number;
}

export interface Burst {
  readonly id: string;
  readonly engine: { readonly id: string };
  readonly state: string;
  readonly reconciled: boolean | null;
  readonly buyers: number;
  readonly resolved: number;
  readonly round: number;
  readonly note: string | null;
  readonly scoreboard: Scoreboard;
}

export interface BreakItAnswer {
  readonly breakIt: {
    readonly __typename: string;
    readonly message?: string;
    readonly field?: string;
    readonly bursts?: readonly Burst[];
  };
}

export interface VerdictAnswer {
  readonly witness: {
    readonly result: string;
    readonly reasons: readonly string[];
    readonly sales: number;
    readonly doubleSells: number;
    readonly hiddenSales: number;
    readonly focus: { readonly confirmed: number; readonly round: number } | null;
  };
}

export interface BurstVerdictAnswer {
  readonly burst: {
    readonly sha256: string | null;
    readonly verdict: {
      readonly result: string;
      readonly reasons: readonly string[];
      readonly sales: number;
      readonly doubleSells: number;
      readonly overLimit: number;
    } | null;
  };
}

export interface PurchaseAnswer {
  readonly purchase: {
    readonly __typename: string;
    readonly message?: string;
    readonly field?: string;
    readonly orderId?: string;
    readonly outcome?: string;
    readonly attempts?: number;
    readonly sale?: { readonly id: string; readonly round: number } | null;
    readonly seat?: { readonly status: string; readonly owner: string | null };
  };
}

const BURST = `id engine { id } state reconciled buyers resolved round note
  scoreboard { told confirmed tableShows oversold rejected indeterminate failed maxRetries }`;

export const BREAK_IT = `mutation (
  $engines: [ID!], $seat: ID, $buyers: Int!, $seed: Int, $wait: Boolean,
  $strategy: Strategy, $scenario: Scenario
) {
  breakIt(input: {
    engines: $engines, seat: $seat, buyers: $buyers, seed: $seed, wait: $wait,
    strategy: $strategy, scenario: $scenario
  }) {
    __typename
    ... on BreakIt { bursts { ${BURST} } }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message }
  }
}`;

export const READ_BURST = `query ($id: ID!) { burst(id: $id) { ${BURST} } }`;

/** The verdict on a burst, from its file alone. */
export const BURST_VERDICT = `query ($id: ID!) {
  burst(id: $id) { sha256 verdict { result reasons sales doubleSells overLimit } }
}`;

export const WATCH_BURST = `subscription ($engine: ID!) { burstProgress(engine: $engine) { ${BURST} } }`;

export const WITNESS = `query ($engine: ID!, $seat: ID) {
  witness(engine: $engine, seat: $seat) {
    result reasons sales doubleSells hiddenSales focus { confirmed round }
  }
}`;

export const WATCH_VERDICT = `subscription ($engine: ID!, $seat: ID) {
  witnessVerdict(engine: $engine, seat: $seat) { result reasons sales doubleSells }
}`;

export const WATCH_SEATS = `subscription ($engine: ID!) {
  seatStatus(engine: $engine) { revision sequence packed sold tickets oversold }
}`;

export const PURCHASE = `mutation ($input: PurchaseInput!) {
  purchase(input: $input) {
    __typename
    ... on Purchase { orderId outcome attempts sale { id round } seat { status owner } }
    ... on InvalidInputError { message field }
    ... on EngineUnavailableError { message }
    ... on OverloadedError { message }
  }
}`;

export const RESET = `mutation ($engines: [ID!], $venue: ID) {
  resetFloor(input: { engines: $engines, venue: $venue }) {
    __typename
    ... on ResetFloor { engines { id floor { seatCount round revision sold } } }
    ... on InvalidInputError { message field }
  }
}`;

export const LEDGER = `query ($engine: ID!, $seat: ID, $round: Int, $first: Int, $after: String) {
  ledger(engine: $engine, seat: $seat, round: $round, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id seat round buyer } }
  }
}`;
