// The beginning of embed.js: defines the element, once, however often a page loads the script.
import { WorldSeatElement } from './element.ts';

const NAME = 'world-seat';

/** A length, so that it is worked out on the root and not wherever it is used. */
function registerRem(): void {
  const rem = { name: '--world-seat-rem', syntax: '<length>', inherits: true };
  try {
    CSS.registerProperty({ ...rem, initialValue: '16px' });
  } catch (error) {
    // Another copy of this script was here first.
    if (!(error instanceof DOMException)) throw error;
  }
}

if (customElements.get(NAME) === undefined) {
  registerRem();
  customElements.define(NAME, WorldSeatElement);
}
