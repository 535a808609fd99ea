// On paper time stands still: the last frame, with its number and its verdict, at the size that it
// has on the screen. Decks that are opened for printing say so in their address.
import type { Player } from './player.svelte.ts';

export interface Paper {
  /** This document is for paper from the start. */
  readonly isPrinted: boolean;
  close(): void;
}

/** @param playerOf what is shown when somebody prints the page as it stands; null: nothing yet */
export function openPaper(host: HTMLElement, playerOf: () => Player | null): Paper {
  let goBack: () => void = () => undefined;
  const before = (): void => {
    const player = playerOf();
    if (player === null) return;
    const { timeNs, playing } = player.replay;
    goBack = () => {
      player.seek(timeNs / 1e6);
      if (playing) player.play();
    };
    keepSize(host);
    player.stand('end');
  };
  const after = (): void => {
    host.style.removeProperty('width');
    host.style.removeProperty('height');
    goBack();
    goBack = () => undefined;
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return {
    isPrinted: isPrintedAddress(location),
    close() {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    },
  };
}

/** reveal.js: ?print-pdf or ?view=print; Slidev: ?print=…, and the page /export. */
export function isPrintedAddress({ search, pathname, hash }: Location | URL): boolean {
  const query = new URLSearchParams(search);
  if (query.has('print-pdf') || query.has('print') || query.get('view') === 'print') return true;
  return /\/(?:print|export)\/?$/.test(pathname) || /^#\/(?:print|export)\b/.test(hash);
}

/** The canvas does not hear of the size of the paper before it is on it. */
function keepSize(host: HTMLElement): void {
  const { offsetWidth, offsetHeight } = host;
  host.style.setProperty('width', `${offsetWidth}px`, 'important');
  host.style.setProperty('height', `${offsetHeight}px`, 'important');
}

/**
 * Keeps canvases pictures on paper. What was drawn on a canvas since it was cleared is printed as
 * drawing, and a cleared canvas is then a white sheet over what lies below it; reading a pixel ends
 * that drawing, and one more dot is all that is left of it. To be called after the floors are there,
 * so that it comes after what they paint for the paper. Returns its end.
 */
export function printAsPictures(box: Element): () => void {
  const settle = (): void => {
    for (const canvas of box.querySelectorAll('canvas')) {
      const context = canvas.getContext('2d');
      if (context === null) continue;
      context.getImageData(0, 0, 1, 1);
      context.fillStyle = 'rgb(0 0 0 / 0.01)';
      context.fillRect(0, 0, 1, 1);
    }
  };
  window.addEventListener('beforeprint', settle);
  return () => window.removeEventListener('beforeprint', settle);
}
