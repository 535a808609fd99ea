// Answers that the gateway gives in PostgreSQL's place, and PostgreSQL's errors in DSQL's words.
// Sources of the words: Aurora DSQL's user guide, "Concurrency control" and "Troubleshooting".
import type { Frame } from '../wire/frame.ts';
import { errorFields, targetMessage, type ErrorFields } from '../wire/read.ts';
import { frame } from '../wire/frame.ts';
import {
  BIND_COMPLETE,
  CLOSE_COMPLETE,
  commandComplete,
  errorResponse,
  NO_DATA,
  PARSE_COMPLETE,
  type Refusal,
} from '../wire/write.ts';

export const DATA_CONFLICT: Refusal = {
  code: '40001',
  message: 'change conflicts with another transaction (OC000)',
};
export const SCHEMA_CONFLICT: Refusal = {
  code: '40001',
  message: 'schema has been updated by another transaction (OC001)',
};
export const SERVER_UNAVAILABLE: Refusal = { code: 'XX000', message: 'server unavailable' };
export const TOO_MANY_ROWS: Refusal = {
  code: '54000',
  message: 'transaction row limit exceeded',
};
export const TOO_MANY_BYTES: Refusal = {
  code: '54000',
  message: 'transaction size limit 10mb exceeded',
};
export const TOO_OLD: Refusal = {
  code: '54000',
  message: 'transaction age limit of 300s exceeded',
};

export const ABORTED: Refusal = {
  code: '25P02',
  message: 'current transaction is aborted, commands ignored until end of transaction block',
};
export const OUT_OF_MEMORY: Refusal = {
  code: '53200',
  message: 'the query needs more than the 128 MiB of memory that it may use',
};

/** PostgreSQL lost a race, waited in a circle, or waited too long: on DSQL all are conflicts. */
const CONFLICT_STATES = ['40001', '40P01', '55P03'];

/** PostgreSQL saw two statements wait for each other, or one wait too long: nobody lost yet. */
export const hasOnlyWaited = ({ C: state = '' }: ErrorFields): boolean =>
  state === '40P01' || state === '55P03';
/** Of what has only waited; then it counts as lost. */
export const MAX_TRIES = 20;

export const isConflict = ({ C: state = '' }: ErrorFields): boolean =>
  CONFLICT_STATES.includes(state);

/** An ErrorResponse as the client gets it. */
export function inDsqlWords(error: Frame): Buffer {
  return isConflict(errorFields(error)) ? errorResponse(DATA_CONFLICT) : error.bytes;
}

const NO_PARAMETERS = frame('t', Buffer.of(0, 0));

/** What PostgreSQL would answer to these messages when the statement returns no rows. */
export function answersTo(frames: readonly Frame[], tag: string): Buffer[] {
  return frames.flatMap((message) => {
    switch (message.type) {
      case 'P':
        return [PARSE_COMPLETE];
      case 'B':
        return [BIND_COMPLETE];
      case 'C':
        return [CLOSE_COMPLETE];
      case 'D':
        return targetMessage(message).kind === 'S' ? [NO_PARAMETERS, NO_DATA] : [NO_DATA];
      case 'E':
      case 'Q':
        return [commandComplete(tag)];
      default:
        return [];
    }
  });
}
