// The keys of a clicker, heard before the deck hears them: while there is a mark to step to, a key is
// the embed's, and at the end the deck goes on as ever.
import { STEP_KEYS } from './messages.ts';
import { isOverviewOpen } from './present-slide.ts';

/** @param step to the next or previous mark; false: there is none that way. Returns its end. */
export function listenToClicker(step: (direction: 1 | -1) => boolean): () => void {
  const hear = (event: KeyboardEvent): void => {
    const direction = STEP_KEYS[event.key];
    if (direction === undefined || isMeantElsewhere(event)) return;
    if (!step(direction)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', hear, { capture: true });
  return () => window.removeEventListener('keydown', hear, { capture: true });
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
    return true;
  }
  if (isOverviewOpen()) return true;
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role=grid] *');
}

/** The codes by which decks still know these keys. */
const KEY_CODES: Readonly<Record<string, number>> = {
  PageUp: 33,
  PageDown: 34,
  ArrowLeft: 37,
  ArrowRight: 39,
};

/** Presses the key again on the element, for the deck around it. @param key of STEP_KEYS */
export function pressAgain(host: HTMLElement, key: string): void {
  const keyCode = KEY_CODES[key];
  if (keyCode === undefined) return;
  const init = { key, code: key, keyCode, bubbles: true, composed: true, cancelable: true };
  host.dispatchEvent(new KeyboardEvent('keydown', init));
}
