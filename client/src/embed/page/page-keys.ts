// The keys of a clicker inside a frame: whoever clicked into it would otherwise hold the deck still.
// First they step through a recording, if that was asked for; what is left goes to the deck around.
import { listenToClicker } from '../clicker.ts';
import { sendToParent, STEP_KEYS } from '../messages.ts';

/** How reveal.js, which says "slide:start" to its frames, is told to move. */
const REVEAL_METHODS = { 1: 'next', [-1]: 'prev' } as const;

/** @param step as of the clicker. Returns its end. */
export function openPageKeys(step: (direction: 1 | -1) => boolean): () => void {
  let inReveal = false;
  const hear = ({ source, data }: MessageEvent): void => {
    if (source === window.parent && data === 'slide:start') inReveal = true;
  };
  const endSteps = listenToClicker(step);
  const passOn = ({ key, defaultPrevented, target }: KeyboardEvent): void => {
    const direction = STEP_KEYS[key];
    if (direction === undefined || defaultPrevented || isField(target)) return;
    sendToParent({ kind: 'key', key });
    if (!inReveal) return;
    const command = JSON.stringify({ method: REVEAL_METHODS[direction] });
    window.parent.postMessage(command, '*');
  };
  window.addEventListener('message', hear);
  window.addEventListener('keydown', passOn);
  return () => {
    endSteps();
    window.removeEventListener('message', hear);
    window.removeEventListener('keydown', passOn);
  };
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [role=grid] *');
