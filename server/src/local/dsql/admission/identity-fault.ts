// Why the certificates of the local cloud could not be opened, as one named error.

export type IdentityFaultCode = 'INVALID_REGION' | 'UNKNOWN_REGION' | 'IDENTITY_UNUSABLE';

export class IdentityFault extends Error {
  override readonly name = 'IdentityFault';
  readonly code: IdentityFaultCode;

  constructor(code: IdentityFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
