// What `npm run witness` prints around the reports of a recording: what it is, and which burst is next.
import type { Recording } from '@worldseat/schema/history';
import { plain } from './plain.ts';
import { counted } from './report.ts';

/** @param sha256 of the text that was read. @returns two lines */
export function recordingHead({ title, recordedAt, takes }: Recording, sha256: string): string {
  const bursts = takes.reduce((sum, { histories }) => sum + histories.length, 0);
  const size = `${counted(bursts, 'burst')} in ${counted(takes.length, 'take')}`;
  return [`Recording ${title}, RECORDED ${recordedAt}: ${size}`, `SHA-256   ${sha256}`]
    .map(plain)
    .join('\n');
}

/** @param number of the take, from 1; @param label what the talk calls it, or nothing */
export function takeHead(number: number, label: string): string {
  return plain(`── Take ${number}${label === '' ? '' : `: ${label}`} ──`);
}
