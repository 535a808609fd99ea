// Which function each strategy name runs. A new strategy is one file and one line here.
import type { Strategy } from '@worldseat/schema/domain';
import type { PurchaseStrategy } from '../engines/engine.ts';
import { naive } from './naive.ts';

export const PURCHASES: Readonly<Record<Strategy, PurchaseStrategy>> = { NAIVE: naive };
