// Whether the audience can see the element now. A deck keeps the slides that it does not show in the
// document, each in its own way: off the screen, invisible, not displayed, or in a frame that it
// tells "slide:stop".
import { isOnPresentSlide, slideAround } from './present-slide.ts';

export interface Presence {
  /** Asks afresh. */
  isSeen(): boolean;
  close(): void;
}

/** @param onChange told at every change, first when it is first seen */
export function openPresence(host: HTMLElement, onChange: (seen: boolean) => void): Presence {
  let onScreen = false;
  let slideStopped = false;
  let told = false;
  // A slide is the present one while it still moves in: a clicker need not wait for that.
  const isSeen = (): boolean =>
    !slideStopped && (isOnPresentSlide(host) ?? onScreen) && host.checkVisibility(CHECKS);
  const reconsider = (): void => {
    const seen = isSeen();
    if (seen === told) return;
    told = seen;
    onChange(seen);
  };
  const observer = new IntersectionObserver(
    ([...entries]) => {
      onScreen = entries.at(-1)?.isIntersecting === true;
      reconsider();
    },
    { threshold: [0, 0.25] },
  );
  const hear = ({ source, data }: MessageEvent): void => {
    if (source !== window.parent || (data !== 'slide:start' && data !== 'slide:stop')) return;
    slideStopped = data === 'slide:stop';
    reconsider();
  };
  observer.observe(host);
  // What becomes the present slide by a class alone does not move.
  const marks = new MutationObserver(reconsider);
  const slide = slideAround(host);
  if (slide) marks.observe(slide, { attributeFilter: ['class'], subtree: true });
  window.addEventListener('message', hear);
  for (const name of DECK_EVENTS) document.addEventListener(name, reconsider);
  return {
    isSeen,
    close() {
      observer.disconnect();
      marks.disconnect();
      window.removeEventListener('message', hear);
      for (const name of DECK_EVENTS) document.removeEventListener(name, reconsider);
    },
  };
}

/** Of the style of ancestors; a slide that fades in may still be transparent. */
const CHECKS: CheckVisibilityOptions = { visibilityProperty: true };
/** Of reveal.js, once another slide is the present one. */
const DECK_EVENTS = ['ready', 'slidechanged', 'slidetransitionend'] as const;
