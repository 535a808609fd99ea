// The kinds of marks as shapes, so that they are told apart without colour: a drop for a marker, a
// bolt for a fault, a triangle with its point up for a contradiction. In a box of 12 by 12.
import type { ReplayMark } from './session.ts';

export const MARK_PATHS: Readonly<Record<ReplayMark['kind'], string>> = {
  MARKER: 'M6 12 2.5 6.5a4.1 4.1 0 1 1 7 0z',
  FAULT: 'M7.5 0 2 7h3.2L4.5 12 10 5H6.8z',
  CONTRADICTION: 'M6 .5 9.8 11.5H2.2z',
};

export const MARK_NAMES: Readonly<Record<ReplayMark['kind'], string>> = {
  MARKER: 'Marker',
  FAULT: 'Fault',
  CONTRADICTION: 'Contradiction',
};
