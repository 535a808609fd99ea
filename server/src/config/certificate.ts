// Reads a certificate that a setting names, at once, so that a wrong one is heard of with the rest.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from './settings.ts';

/** @param name of the setting, for the message. @returns PEM; null when it was refused */
export function readCertificate(settings: Settings, name: string, file: string): string | null {
  try {
    const pem = readFileSync(resolve(file), 'utf8');
    // Parsed only to refuse what is no certificate.
    new X509Certificate(pem);
    return pem;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    settings.refuse(`${name} must be a file with a certificate in PEM (${reason}).`);
    return null;
  }
}
