// The short lines: markers of a talk or a replay, what is not whole, and the end.
import type { Fields } from '../fields.ts';
import type { Marker } from '../types.ts';

export function writeMarker({ atNs, label }: Marker): string {
  return JSON.stringify({ line: 'marker', atNs, label });
}

/** @throws HistoryFault */
export function readMarker(fields: Fields): Marker {
  return { atNs: fields.number('atNs'), label: fields.text('label') };
}

export function writeHole(words: string): string {
  return JSON.stringify({ line: 'hole', words });
}

/** @param lines of the whole file, the header and this one included */
export function writeEnd(lines: number): string {
  return JSON.stringify({ line: 'end', lines });
}
