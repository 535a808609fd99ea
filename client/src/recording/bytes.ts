// Sizes of files, for people.

const MEBIBYTE = 1024 * 1024;

/** "820 kB", "12 MB" */
export function bytes(size: number): string {
  if (size < MEBIBYTE) return `${Math.max(1, Math.round(size / 1024))} kB`;
  return `${Math.round(size / MEBIBYTE)} MB`;
}
