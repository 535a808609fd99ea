// Scalars and the closed vocabularies. Each word's meaning is a total table over its list in the
// domain, so that a new word fails to compile until it is explained here.
import { GraphQLError } from 'graphql';
import type {
  BurstState,
  Deployment,
  Outcome,
  SeatStatus,
  Strategy,
  VerdictResult,
} from '../domain/index.ts';
import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  description: 'A moment as an ISO 8601 string in UTC, such as "2026-11-25T18:03:00.000Z".',
  serialize: (epochMs) => new Date(epochMs).toISOString(),
  parseValue: () => {
    throw new GraphQLError('DateTime is an output only.');
  },
});

function wordsOf<Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
) {
  const words = Object.keys(meanings) as Word[];
  const values = Object.fromEntries(
    words.map((word) => [word, { value: word, description: meanings[word] }]),
  ) as Record<Word, { value: Word; description: string }>;
  return builder.enumType(name, { description, values });
}

export const DeploymentRef = wordsOf<Deployment>('Deployment', 'Where a database really runs.', {
  EMBEDDED: 'On this machine, started by WorldSeat. It stands in for the cloud service.',
  AWS: 'In AWS: the real service, in real Regions.',
  EXTERNAL: 'Somewhere else, at an address that was configured.',
});

export const StrategyRef = wordsOf<Strategy>('Strategy', 'Which purchase function an order runs.', {
  NAIVE: 'Read the seat; if it is not available, reject; write it sold; write the sale.',
});

export const OutcomeRef = wordsOf<Outcome>('Outcome', 'What one order came to, as its buyer saw.', {
  CONFIRMED: 'The buyer was told that the seat is theirs.',
  REJECTED: 'The buyer was told that the seat is taken.',
  INDETERMINATE: 'The answer was lost: the sale may have been committed, or not.',
  FAILED: 'Certainly not sold: the order came to nothing.',
});

export const SeatStatusRef = wordsOf<SeatStatus>('SeatStatus', 'A seat as the ledger shows it.', {
  AVAILABLE: 'No sale in its current round.',
  SOLD: 'One sale in its current round.',
  OVERSOLD: 'More than one sale in its current round: several people hold a ticket for it.',
});

export const VerdictResultRef = wordsOf<VerdictResult>(
  'VerdictResult',
  'What the Witness says about the committed records.',
  {
    LINEARIZABLE: 'Something was sold, everything is known, and no rule was broken.',
    VIOLATED: 'A rule was broken; the reasons are the evidence.',
    UNPROVEN: 'No rule is seen broken, but not everything is known; the reasons say what is not.',
  },
);

export const BurstStateRef = wordsOf<BurstState>('BurstState', 'How far a burst has come.', {
  RUNNING: 'Buyers are still waiting for an answer, or the ledger is not read back yet.',
  SETTLED: 'Every buyer has an answer and the ledger was read back.',
  FAILED: 'It could not be finished, for instance because the server stopped; see its note.',
});
