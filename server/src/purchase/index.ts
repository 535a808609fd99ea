// Which function each strategy name runs. A new strategy is one file and one line here.
import type { Strategy } from '@worldseat/schema/domain';
import type { PurchaseStrategy } from '../engines/engine.ts';
import { conditional } from './conditional.ts';
import { counterRow } from './counter-row.ts';
import { forUpdate } from './for-update.ts';
import { naive } from './naive.ts';

export const PURCHASES: Readonly<Record<Strategy, PurchaseStrategy>> = {
  NAIVE: naive,
  CONDITIONAL: conditional,
  FOR_UPDATE: forUpdate,
  COUNTER_ROW: counterRow,
};
