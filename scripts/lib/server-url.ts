// The address of a server as somebody types it.

/** @returns its origin; null when it is no http or https address. Its path and query do not count */
export function serverUrl(given: string): string | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) ? url.origin : null;
}
