// A QR code as one SVG path, so that it is crisp at any size and needs no picture to be decoded. Pure.
import { encode } from 'uqr';

/** Modules of white around it, as the standard asks. */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Width and height in modules, the quiet zone included. */
  readonly size: number;
  /** Of the black modules, one unit each. */
  readonly path: string;
}

/** Correction level M: it still reads when a head is in the way. */
export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: runs.join('') };
}
