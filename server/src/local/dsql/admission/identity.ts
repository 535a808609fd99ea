// Who the local cloud is: its authority and the certificate of each Region's endpoint, kept in a
// folder so that a client's copy of ca.pem stays good. Each file is whole in itself and replaced in
// one step, and what does not fit together is made anew: a kill can leave nothing broken.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isUsableAuthority, isUsableEndpoint } from './certificate-check.ts';
import { makeAuthority, makeEndpoint, type KeyAndCertificate } from './certificates.ts';
import { IdentityFault } from './identity-fault.ts';
import type { EndpointIdentity } from './negotiate-tls.ts';
import { readKeyFile, readTextFile, replaceFile } from './key-file.ts';

export interface Identity {
  /** Absolute path of the authority's certificate (PEM): what a client has to trust. */
  readonly caFile: string;
  /** The same object at each call. @throws IdentityFault for a Region that was not opened */
  of(region: string): EndpointIdentity;
}

/**
 * Reads the identity, or makes what is missing, damaged, expired, or expires within 30 days.
 * One process at a time may open a folder.
 * @param folder made when absent: ca.pem, and authority.pem and REGION.pem with keys, mode 0600
 * @param regions their names, such as us-east-1
 * @throws IdentityFault
 */
export async function openIdentity(
  folder: string,
  regions: readonly string[],
  now = new Date(),
): Promise<Identity> {
  const home = resolve(folder);
  regions.forEach(checkRegion);
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const authority = await openAuthority(home, now);
    const caFile = join(home, 'ca.pem');
    if (readTextFile(caFile) !== authority.certificate)
      replaceFile(caFile, authority.certificate, 0o644);
    const endpoints = new Map<string, EndpointIdentity>();
    for (const region of regions)
      endpoints.set(region, await openEndpoint(home, region, authority, now));
    return { caFile, of: (region) => endpointOf(endpoints, region) };
  } catch (error) {
    throw error instanceof IdentityFault ? error : unusable(home, error);
  }
}

async function openAuthority(home: string, now: Date): Promise<KeyAndCertificate> {
  const path = join(home, 'authority.pem');
  const kept = readKeyFile(path);
  if (kept !== null && isUsableAuthority(kept, now)) return kept;
  const made = await makeAuthority(now);
  replaceFile(path, made.key + made.certificate, 0o600);
  return made;
}

async function openEndpoint(
  home: string,
  region: string,
  authority: KeyAndCertificate,
  now: Date,
): Promise<EndpointIdentity> {
  const path = join(home, `${region}.pem`);
  const kept = readKeyFile(path);
  const isKept = kept !== null && isUsableEndpoint(kept, authority, region, now);
  const { key, certificate } = isKept ? kept : await makeEndpoint(region, authority, now);
  if (!isKept) replaceFile(path, key + certificate, 0o600);
  return { key, certificate: certificate + authority.certificate };
}

/** A part of a file's name and of a host's. */
function checkRegion(region: string): void {
  if (/^[a-z]{2,3}(-[a-z]{1,20}){1,4}-\d$/.test(region)) return;
  const words = `"${region}" is not the name of a Region, such as us-east-1`;
  throw new IdentityFault('INVALID_REGION', words);
}

function endpointOf(endpoints: ReadonlyMap<string, EndpointIdentity>, region: string) {
  const endpoint = endpoints.get(region);
  if (endpoint !== undefined) return endpoint;
  const known = [...endpoints.keys()].join(', ');
  throw new IdentityFault('UNKNOWN_REGION', `no endpoint in ${region}; there are: ${known}`);
}

function unusable(home: string, cause: unknown): IdentityFault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const words = `the certificates in ${home} cannot be read or written: ${reason}`;
  return new IdentityFault('IDENTITY_UNUSABLE', words, cause);
}
