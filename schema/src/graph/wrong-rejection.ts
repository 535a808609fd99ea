// A buyer who was told no while the seat was free.
import { LIMITS } from '../domain/index.ts';
import type { WrongRejection } from '../history/index.ts';
import { AnswerRef } from './answer.ts';
import { builder } from './builder.ts';
import { connectionOf } from './pages.ts';

const WrongRejectionRef = builder.objectRef<WrongRejection>('WrongRejection').implement({
  description: 'A rejection that was wrong, and what shows it.',
  fields: (t) => ({
    answer: t.expose('answer', { type: AnswerRef, description: 'What the buyer was told.' }),
    words: t.exposeString('words', { description: 'Why it was wrong, in one sentence.' }),
    shownBy: t.idList({
      description: `The orders that show that the seat was free; at most ${LIMITS.holders.max}.`,
      resolve: ({ shownBy }) => shownBy.slice(0, LIMITS.holders.max),
    }),
  }),
});

export const WrongRejectionConnectionRef = connectionOf(
  'WrongRejection',
  'wrong rejections',
  WrongRejectionRef,
);
