// Which page an address means. The server gives the same document for all of them; an address can
// be sent to somebody, and shows the same thing there.

export type PageAddress =
  | { readonly page: 'stage' }
  | { readonly page: 'lab'; readonly run: string | null }
  | { readonly page: 'burst'; readonly id: string }
  /** `src`: address of a recording; null: one is dropped or picked. */
  | { readonly page: 'replay'; readonly src: string | null }
  | { readonly page: 'join' };

/** @param url absolute. Every address that is none of the others is the stage. */
export function pageAt(url: string): PageAddress {
  const { pathname, searchParams } = new URL(url);
  if (pathname === '/lab') return { page: 'lab', run: searchParams.get('run') };
  if (pathname === '/replay') return { page: 'replay', src: searchParams.get('src') };
  if (pathname === '/join') return { page: 'join' };
  const burst = /^\/bursts\/([A-Za-z0-9._-]+)$/.exec(pathname)?.[1];
  return burst === undefined ? { page: 'stage' } : { page: 'burst', id: burst };
}
