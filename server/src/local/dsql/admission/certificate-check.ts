// Whether kept keys and certificates may still be used: whole, of one piece, for the right names,
// and good for another 30 days. Whatever cannot even be read may not.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { namesOf, type KeyAndCertificate } from './certificates.ts';

const REMAKE_WITHIN_MS = 30 * 24 * 3_600_000;

export function isUsableAuthority(authority: KeyAndCertificate, now: Date): boolean {
  return holds(() => {
    const certificate = readMatching(authority);
    return certificate.ca && isIssuedBy(certificate, certificate) && isInTime(certificate, now);
  });
}

export function isUsableEndpoint(
  endpoint: KeyAndCertificate,
  authority: KeyAndCertificate,
  region: string,
  now: Date,
): boolean {
  return holds(() => {
    const certificate = readMatching(endpoint);
    const issuer = new X509Certificate(authority.certificate);
    return (
      isIssuedBy(certificate, issuer) &&
      isInTime(certificate, now) &&
      isForRegion(certificate, region)
    );
  });
}

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

function readMatching({ key, certificate }: KeyAndCertificate): X509Certificate {
  const read = new X509Certificate(certificate);
  if (!read.checkPrivateKey(createPrivateKey(key))) throw new Error('the key is of another one');
  return read;
}

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

function isInTime({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  const [from, to] = [Date.parse(validFrom), Date.parse(validTo)];
  return from <= now.getTime() && now.getTime() < to - REMAKE_WITHIN_MS;
}

function isForRegion(certificate: X509Certificate, region: string): boolean {
  const { hosts, addresses } = namesOf(region);
  return (
    hosts.every((host) => certificate.checkHost(host.replace('*', 'any')) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  );
}
