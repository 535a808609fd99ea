// Why the embedded PostgreSQL could not be started or kept alive, as one named error.
// The message is a sentence for the person at the terminal: what is wrong and what would help.

export type PostgresFaultCode =
  | 'POSTGRES_NOT_INSTALLED'
  | 'POSTGRES_NOT_RUNNABLE'
  | 'POSTGRES_DATA_UNUSABLE'
  | 'POSTGRES_START_FAILED'
  | 'POSTGRES_GAVE_UP';

export class PostgresFault extends Error {
  override readonly name = 'PostgresFault';
  readonly code: PostgresFaultCode;

  constructor(code: PostgresFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
