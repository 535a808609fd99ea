// Where in the page a key was pressed, as far as the presenter's keys must know.
import type { KeyboardPlace } from './keys.ts';

const NOT_TYPED_IN = ['button', 'checkbox', 'file', 'radio', 'range', 'reset', 'submit'];
const PLAIN_INPUT = `input:not(${NOT_TYPED_IN.map((type) => `[type=${type}]`).join(',')})`;
const TYPING = `${PLAIN_INPUT}, textarea, select, [contenteditable]:not([contenteditable=false])`;
const WALKING = 'input[type=range], [role=grid], [role=slider], [role=listbox], [role=menu]';
const CONTROL = 'button, a[href], input, summary, [tabindex]:not([tabindex="-1"])';

/** @param event whose innermost target counts, even within a shadow tree */
export function keyboardPlace(event: KeyboardEvent): KeyboardPlace {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return 'FREE';
  if (target.closest(TYPING) !== null) return 'TYPING';
  if (target.closest(WALKING) !== null) return 'WALKING';
  return target.closest(CONTROL) === null ? 'FREE' : 'CONTROL';
}
