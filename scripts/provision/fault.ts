// Why provisioning stops. The message says what was found and what to do; nothing else is shown.

export class ProvisionFault extends Error {
  override readonly name = 'ProvisionFault';
  /** WRONG_ARGUMENTS ends with exit code 2, everything else with 1. */
  readonly code: 'WRONG_ARGUMENTS' | 'UNEXPECTED_STATE' | 'LIMIT' | 'ENV_FILE';

  constructor(code: ProvisionFault['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export function unexpected(message: string): ProvisionFault {
  return new ProvisionFault('UNEXPECTED_STATE', message);
}

/** In words, for the person at the terminal; never a stack, never a credential. */
export function explain(error: unknown): string {
  if (error instanceof ProvisionFault) return error.message;
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return String(error);
}
