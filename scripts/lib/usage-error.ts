// The command line is wrong: what of it, and what is allowed, in one sentence.

export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}
