// The moment of a burst in the address of its page: /bursts/<id>?at=23.4 opens at 23.4 ms.

/** @param url absolute; @returns null when it names no moment */
export function momentOf(url: string): number | null {
  const at = new URL(url).searchParams.get('at');
  if (at === null || at.trim() === '') return null;
  const milliseconds = Number(at);
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? milliseconds * 1e6 : null;
}

/** To send to somebody; relative to the page's own host. */
export function addressOfMoment(id: string, timeNs: number): string {
  return `/bursts/${id}?at=${(timeNs / 1e6).toFixed(3)}`;
}
