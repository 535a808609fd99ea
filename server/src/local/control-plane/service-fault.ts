// The errors of this control plane, by the names and HTTP statuses that AWS gives them, so that an
// SDK makes its own error classes of them. Never says anything of a key or a signature.

/** Every error that a client can meet, and its HTTP status. */
const HTTP_STATUS = {
  AccessDeniedException: 403,
  ConflictException: 409,
  IncompleteSignatureException: 403,
  InternalServerException: 500,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  RequestEntityTooLargeException: 413,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  UnrecognizedClientException: 403,
  ValidationException: 400,
} as const;

export type FaultCode = keyof typeof HTTP_STATUS;

/** Why an input is refused, as the service's model lists it. */
export type ValidationReason =
  | 'unknownOperation'
  | 'cannotParse'
  | 'fieldValidationFailed'
  | 'deletionProtectionEnabled'
  | 'other';

export interface FieldFault {
  /** As in multiRegionProperties.witnessRegion. */
  readonly name: string;
  readonly message: string;
}

export class ServiceFault extends Error {
  override readonly name = 'ServiceFault';
  readonly code: FaultCode;
  /** Members of the error's body besides its message. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return HTTP_STATUS[this.code];
  }
}

export function invalid(reason: ValidationReason, message: string): ServiceFault {
  return new ServiceFault('ValidationException', message, { reason });
}

/** @param fields at least one */
export function invalidFields(fields: readonly FieldFault[]): ServiceFault {
  const message = fields.map((field) => `${field.name}: ${field.message}`).join('; ');
  const details = { reason: 'fieldValidationFailed', fieldList: fields };
  return new ServiceFault('ValidationException', message, details);
}

export function invalidField(name: string, message: string): ServiceFault {
  return invalidFields([{ name, message }]);
}

export function conflict(resourceId: string, message: string): ServiceFault {
  return new ServiceFault('ConflictException', message, { resourceId, resourceType: 'cluster' });
}

export function notFound(resourceId: string): ServiceFault {
  const details = { resourceId, resourceType: 'cluster' };
  return new ServiceFault('ResourceNotFoundException', `Cluster ${resourceId} not found`, details);
}
