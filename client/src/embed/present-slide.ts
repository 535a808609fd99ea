// How a deck says which slide it shows, read from the marks that it sets in its own document. There
// are also slides in sight that are not on show: a preview of the next one, the pictures of an
// overview; and steps of the present one that are still to come.

/** Whether this element is on the slide that the audience sees. Null: it is on none that we know. */
export function isOnPresentSlide(host: Element): boolean | null {
  const present = isPresentInSlidev(host) ?? isPresentInReveal(host);
  return present === true ? !isStillToCome(host) : present;
}

/** Its classes, and those of all it holds, say when that changes. Null: no slide that we know. */
export function slideAround(host: Element): Element | null {
  return host.closest('.slidev-page, .reveal .slides section');
}

/** Slidev's overview lies before the show, and the keys choose among its pictures. */
export const isOverviewOpen = (): boolean =>
  document.querySelector('.z-modal .slidev-page') !== null;

/** Reveal.js marks the slides, and stacks of them, that are shown. */
function isPresentInReveal(host: Element): boolean | null {
  const slide = host.closest('.reveal .slides section');
  if (slide === null || document.querySelector('.reveal .slides section.present') === null) {
    return null;
  }
  const stack = slide.parentElement?.closest('.slides section') ?? slide;
  return slide.classList.contains('present') && stack.classList.contains('present');
}

/**
 * Slidev shows the slides of its show one at a time, and the one that goes for a moment longer. The
 * same slides stand beside it as a preview for the presenter, and before it as an overview.
 */
function isPresentInSlidev(host: Element): boolean | null {
  const page = host.closest('.slidev-page');
  if (page === null) return null;
  const isLeaving = page.matches('[class*="-leave-active"]');
  return page.closest('#slideshow') !== null && !isLeaving;
}

/** A step of the deck (a fragment, a v-click) that has not come yet: it is there, and transparent. */
const isStillToCome = (host: Element): boolean =>
  host.closest('.fragment:not(.visible), .slidev-vclick-hidden') !== null;
