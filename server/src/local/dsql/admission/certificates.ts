// Makes the certificates of the local cloud: an authority of its own, and for each Region's endpoint
// one that the authority signed. Keys are P-256: a TLS handshake costs little with them. The library
// is loaded only when something has to be made.
import { createPrivateKey, KeyObject, randomBytes, webcrypto } from 'node:crypto';
import type * as X509 from '@peculiar/x509';

/** A private key (PEM, PKCS#8) and the certificate of its public half (PEM). */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AUTHORITY_DAYS = 3_650;
/** Some clients accept no longer ones than 825 days. */
const ENDPOINT_DAYS = 820;
const AUTHORITY_NAME = 'CN=WorldSeat local cloud';

/** The names that a Region's endpoint answers to; `*` stands for a cluster's id. */
export const namesOf = (region: string) =>
  ({
    hosts: ['localhost', `*.dsql.${region}.on.aws`],
    addresses: ['127.0.0.1', '::1'],
  }) as const;

export async function makeAuthority(now: Date): Promise<KeyAndCertificate> {
  const x509 = await loadLibrary();
  const keys = await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: AUTHORITY_NAME,
    ...validity(now, AUTHORITY_DAYS),
    keys,
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: toPem(keys.privateKey), certificate: `${certificate.toString('pem')}\n` };
}

/** @param region its name is a part of the host names in the certificate */
export async function makeEndpoint(
  region: string,
  authority: KeyAndCertificate,
  now: Date,
): Promise<KeyAndCertificate> {
  const x509 = await loadLibrary();
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const { notBefore, notAfter } = validity(now, ENDPOINT_DAYS);
  const { hosts, addresses } = namesOf(region);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: `CN=${region}`,
    issuer: issuer.subject,
    notBefore,
    notAfter: notAfter < issuer.notAfter ? notAfter : issuer.notAfter,
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(authority),
    signingAlgorithm: SIGNING_ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        ...hosts.map((value) => ({ type: 'dns', value }) as const),
        ...addresses.map((value) => ({ type: 'ip', value }) as const),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { key: toPem(keys.privateKey), certificate: `${certificate.toString('pem')}\n` };
}

async function loadLibrary(): Promise<typeof X509> {
  // The library registers its parts with it, and so needs it first.
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

/** An hour back, for clocks that are behind. */
function validity(now: Date, days: number): { notBefore: Date; notAfter: Date } {
  const from = now.getTime() - HOUR_MS;
  return { notBefore: new Date(from), notAfter: new Date(from + days * DAY_MS) };
}

/** Positive, and different for every certificate. */
function randomSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

const toPem = (key: webcrypto.CryptoKey): string =>
  KeyObject.from(key).export({ type: 'pkcs8', format: 'pem' }).toString();

function signingKeyOf({ key }: KeyAndCertificate): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, KEY_ALGORITHM, false, ['sign']);
}
