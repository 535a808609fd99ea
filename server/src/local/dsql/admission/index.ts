// Admission: who may speak to a local Aurora DSQL endpoint, and over what. From the accepted socket
// to an authenticated client inside TLS, with Aurora DSQL's words for everyone else.
export { admit, type AdmissionOptions, type Arrival } from './admit.ts';
export { ConnectionLimits } from './connection-limits.ts';
export { openIdentity, type Identity } from './identity.ts';
export type { Credentials } from './token.ts';
export { notAuthorized } from './refusals.ts';
