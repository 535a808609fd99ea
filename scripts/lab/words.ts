// What each scenario and each strategy is, in words that are printed with their figures.
import { LIMITS, type Scenario, type Strategy } from '@worldseat/schema/domain';

const { limit, wanted } = LIMITS.fanSeats;

export const SCENARIO_WORDS: Readonly<Record<Scenario, string>> = {
  ONE_SEAT: 'every buyer wants the same seat at the same moment.',
  ON_SALE: 'the whole floor goes on sale at once; each buyer chooses a seat by its popularity.',
  FAN_LIMIT:
    `a fan may hold ${limit} seats, and each fan asks for ${wanted} different ones at once. No ` +
    'seat is wanted twice, so that only the rule can be broken. As every buyer needs a seat of its ' +
    `own, there are at most as many as fit the floor, in whole fans of ${wanted}.`,
  RETRY_STORM:
    'every buyer wants the same seat; answers are lost on their way back, by a seeded coin, and ' +
    'the buyer presses again with the same order id, in the next Region.',
};

export const STRATEGY_WORDS: Readonly<Record<Strategy, string>> = {
  NAIVE: 'reads the seat; if it is free, writes it sold, then writes the sale.',
  CONDITIONAL: 'as `NAIVE`, but the write itself checks that the seat is still free.',
  FOR_UPDATE: 'as `NAIVE`, but locks the row of the seat as it reads it.',
  COUNTER_ROW:
    'first takes one from a counter that everybody writes who could break the rule together: one ' +
    'for the seat, one for the fan.',
};
