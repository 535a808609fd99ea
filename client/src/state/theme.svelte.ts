// Dark for a stage, light for a bright room: a choice that the browser remembers. The root element
// carries it, so that styles follow; a canvas is told.
import type { Theme } from '../floor/palette.ts';
import { recall, remember } from './visitor.svelte.ts';

const KEY = 'worldseat.theme';

export class ThemeChoice {
  now: Theme = $state(recall(KEY) === 'light' ? 'light' : 'dark');

  constructor() {
    this.#show();
  }

  toggle(): void {
    this.now = this.now === 'dark' ? 'light' : 'dark';
    remember(KEY, this.now);
    this.#show();
  }

  #show(): void {
    document.documentElement.dataset['theme'] = this.now;
  }
}
