// What the Tab key comes to on a page, in order, and what is wrong with it: a control that it never
// comes to, a focus that cannot be seen, or one that stands beyond the screen.
import type { Page } from 'playwright-core';

/** No page has so many. */
const MOST_STOPS = 120;

export interface TabStops {
  /** The names of what was come to, in order. */
  readonly names: readonly string[];
  /** One line each. */
  readonly faults: readonly string[];
}

interface Stop {
  /** Null: the keyboard left the page. */
  readonly name: string | null;
  readonly fault: string | null;
}

/** From the start of the page to its end. @throws when Tab never leaves it: a trap */
export async function tabStops(page: Page): Promise<TabStops> {
  await page.evaluate(START);
  const names: string[] = [];
  const faults: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const { name, fault } = await page.evaluate<Stop>(LOOK);
    if (name === null) break;
    names.push(name);
    if (fault !== null) faults.push(`${fault}: ${name}`);
    if (names.length > MOST_STOPS) throw new Error(`Tab never ends: ${names.slice(-12).join()}`);
  }
  const missed = await page.evaluate<string[]>(MISSED);
  return { names, faults: [...faults, ...missed.map((name) => `never come to: ${name}`)] };
}

/** Presses Tab until the control of this name has the keyboard. @throws when it is never come to */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const { name: at } = await page.evaluate<Stop>(LOOK);
    if (at !== null && (typeof name === 'string' ? at === name : name.test(at))) return;
    seen.push(at ?? 'the end of the page');
  }
  throw new Error(`Tab never comes to ${String(name)}, but to ${[...new Set(seen)].join(', ')}`);
}

const TOOLS = `
  const nameOf = (element) => {
    const words = element.getAttribute('aria-label') ?? (element.labels?.[0] ?? element).textContent;
    return words.trim().replace(/\\s+/g, ' ') || element.getAttribute('title') || element.outerHTML;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });`;

/** The next Tab is the first of the page. */
const START = `(() => {
  document.activeElement?.blur();
  getSelection().removeAllRanges();
  const start = document.createElement('span');
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  start.remove();
  globalThis.comeTo = new Set();
})()`;

/** A radio button is as small as nothing: its label shows that it has the keyboard. */
const LOOK = `(() => {
  ${TOOLS}
  const at = document.activeElement;
  if (at === null || at === document.body) return { name: null, fault: null };
  globalThis.comeTo?.add(at);
  const outlined = [...(at.labels ?? []), at].find((it) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const { left, top, width, height } = (outlined ?? at).getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  const box = outlined ?? at;
  const fault =
    outlined === undefined ? 'its focus is not seen'
    : width < 8 || height < 8 ? 'it is too small to be seen'
    : above === null ? 'it is beyond the screen'
    : box.contains(above) || above.contains(box) ? null
    : 'it is covered';
  return { name: nameOf(at), fault };
})()`;

const MISSED = `(() => {
  ${TOOLS}
  const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';
  return [...document.querySelectorAll(controls)]
    .filter((it) => shown(it) && !it.disabled && it.tabIndex >= 0 && !it.closest('[inert]'))
    // Of a group of radio buttons Tab comes to the chosen one.
    .filter((it) => it.type !== 'radio' || it.checked)
    .filter((it) => !globalThis.comeTo.has(it))
    .map(nameOf);
})()`;
