// The closed vocabularies of engines, orders and bursts, each word explained.
import type {
  BurstState,
  Deployment,
  Outcome,
  RejectionReason,
  Scenario,
  SeatStatus,
  Strategy,
} from '../domain/index.ts';
import { LIMITS } from '../domain/index.ts';
import { wordsOf } from './words-of.ts';

export const DeploymentRef = wordsOf<Deployment>('Deployment', 'Where a database really runs.', {
  EMBEDDED: 'On this machine, started by WorldSeat. It stands in for the cloud service.',
  AWS: 'In AWS: the real service, in real Regions.',
  EXTERNAL: 'Somewhere else, at an address that was configured.',
});

export const StrategyRef = wordsOf<Strategy>('Strategy', 'Which purchase function an order runs.', {
  NAIVE: 'Read the seat; if it is not available, reject; write it sold; write the sale.',
  CONDITIONAL: 'The write itself checks that the seat is still available where it is written.',
  FOR_UPDATE: 'Read the seat and lock its row until the purchase has ended; then as NAIVE.',
  COUNTER_ROW:
    'First write a row that all contenders must write, so that the engine sees them meet.',
});

const { limit, wanted } = LIMITS.fanSeats;

export const ScenarioRef = wordsOf<Scenario>('Scenario', 'What a burst is about.', {
  ONE_SEAT: 'Everybody wants the same seat at once.',
  ON_SALE: 'The whole floor goes on sale; buyers choose seats by a seeded popularity.',
  FAN_LIMIT:
    `Each fan may hold ${limit} seats and asks for ${wanted} different ones at once; every order ` +
    'has a seat of its own, so only the rule is at stake.',
  RETRY_STORM:
    'Answers get lost between the server and the buyer, by a seeded coin; the buyer presses again ' +
    `with the same order id in the next Region, at most ${LIMITS.presses.max} times in all.`,
});

export const OutcomeRef = wordsOf<Outcome>('Outcome', 'What one order came to, as its buyer saw.', {
  CONFIRMED: 'The buyer was told that the seat is theirs.',
  REJECTED: 'The buyer was told no; rejectionReason says why.',
  INDETERMINATE: 'The answer was lost: the sale may have been committed, or not.',
  FAILED: 'Certainly not sold: the order came to nothing.',
});

export const RejectionReasonRef = wordsOf<RejectionReason>(
  'RejectionReason',
  'Why an order was rejected.',
  {
    SEAT_TAKEN: 'The purchase found the seat taken.',
    FAN_LIMIT: 'Its fan already held as many seats as the rule allows.',
  },
);

export const SeatStatusRef = wordsOf<SeatStatus>('SeatStatus', 'A seat as the ledger shows it.', {
  AVAILABLE: 'No sale in its current round.',
  SOLD: 'One sale in its current round.',
  OVERSOLD: 'More than one sale in its current round: several people hold a ticket for it.',
});

export const BurstStateRef = wordsOf<BurstState>(
  'BurstState',
  'How far a burst, or a run of the lab, has come.',
  {
    RUNNING: 'Buyers are still waiting for an answer, or the ledger is not read back yet.',
    SETTLED: 'Every buyer has an answer and the ledger was read back.',
    FAILED: 'It could not be finished, for instance because the server stopped; see its note.',
  },
);
