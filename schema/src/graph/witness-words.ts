// The closed vocabularies of the Witness, each word explained.
import type { Cause, VerdictResult } from '../domain/index.ts';
import type { EvidenceEntry, Rule } from '../witness/index.ts';
import { wordsOf } from './words-of.ts';

export const VerdictResultRef = wordsOf<VerdictResult>(
  'VerdictResult',
  'What the Witness says about the committed records.',
  {
    LINEARIZABLE: 'Something was sold, everything is known, and no rule was broken.',
    VIOLATED: 'A rule was broken; the reasons are the evidence.',
    UNPROVEN: 'No rule is seen broken, but not everything is known; the reasons say what is not.',
  },
);

export const RuleRef = wordsOf<Rule>('Rule', 'What the Witness holds every engine to.', {
  W1: 'At most one sale of a seat in a round.',
  W2: 'Who was told CONFIRMED has a sale in the ledger: no lost confirmation.',
  W3: 'Every sale is of an order that was told CONFIRMED or INDETERMINATE: no ghost ticket.',
  W4: 'The seats table of every Region agrees with the ledger, once they have converged.',
  W5: 'Who was told that a seat is taken was told so while it could have been.',
  W6: 'The rule of the scenario, such as seats a fan may hold, is kept in the ledger.',
  W7: 'One order id has at most one sale.',
});

export const CauseRef = wordsOf<Cause>(
  'Cause',
  'Why a sale too many was possible, as its recorded reads and Regions tell.',
  {
    SAME_REGION_RACE: 'Two purchases in one Region overlapped: both read before either wrote.',
    CROSS_REGION_STALENESS: 'The seat was sold in another Region, and this one did not know it.',
    STALE_READ: 'The seat had been sold in this very Region before the order was even called.',
    DUPLICATE_ORDER: 'The same order was committed more than once.',
    LOST_ANSWER: 'The buyer pressed again after a lost answer, and holds the seat already.',
    UNKNOWN: 'No recorded answer tells.',
  },
);

export const EvidenceKindRef = wordsOf<EvidenceEntry['kind']>(
  'EvidenceKind',
  'What kind of record a piece of evidence is.',
  {
    SALE: 'A row of the committed ledger.',
    ANSWER: 'What a buyer was told.',
    ROW: 'A seat’s row in the seats table of a Region.',
    RELEASE: 'A ticket that was given back.',
  },
);
