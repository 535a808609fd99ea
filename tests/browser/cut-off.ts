// What of a page as it stands cannot be read: a page that scrolls sideways, words that are cut off or
// covered, a popover or dialog that reaches beyond the screen. It runs in the page, in any browser.

/** What a last row must see whole; who zooms in leaves the number behind. */
const IMPORTANT = '[data-verdict] .headline, .floor:not(.zoomed) [data-hero], button.break';
const WORDS = `h1, h2, h3, ${IMPORTANT}, [data-verdict] .detail, dialog[open] *, [popover] *`;

/** Below it the page scrolls downwards, and what is important may stand below. */
const NARROW_PX = 721;
const SOUGHT = { important: IMPORTANT, words: WORDS, narrowPx: NARROW_PX };

/** Of a page or a frame of any browser: evaluates the function there. */
export type Evaluate = (
  look: (sought: typeof SOUGHT) => string[],
  sought: typeof SOUGHT,
) => Promise<string[]>;

/** One line for each fault. @param evaluate of the page or the frame */
export function cutOff(evaluate: Evaluate): Promise<string[]> {
  return evaluate(cutOffHere, SOUGHT);
}

/** Its text is sent to the browser: it holds everything that it needs. */
function cutOffHere({ important, words, narrowPx }: typeof SOUGHT): string[] {
  const SLACK_PX = 1;
  const narrow = innerWidth < narrowPx;
  const deep = (root: ParentNode, selector: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : deep(shadowRoot, selector),
    ),
  ];
  // A deck of slides keeps the others painted, beyond the screen.
  const away = (element: Element): boolean => {
    const root = element.getRootNode();
    const outer = root instanceof ShadowRoot && away(root.host);
    return outer || element.closest('[hidden]') !== null;
  };
  const seen = (element: HTMLElement): boolean => {
    const { width, height } = element.getBoundingClientRect();
    if (away(element)) return false;
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
  };
  const named = (element: HTMLElement): string => {
    const kind = element.matches('[data-hero]') ? 'hero' : element.className;
    const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
    return `${element.localName}${kind === '' ? '' : `.${kind}`} “${text}”`;
  };
  const outside = (element: HTMLElement, downwards: boolean): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const sideways = left < -SLACK_PX || right > innerWidth + SLACK_PX;
    return sideways || (!downwards && (top < -SLACK_PX || bottom > innerHeight + SLACK_PX));
  };
  const pinned = (element: Element): boolean => {
    if (['sticky', 'fixed'].includes(getComputedStyle(element).position)) return true;
    return element.parentElement !== null && pinned(element.parentElement);
  };
  const covered = (element: HTMLElement): boolean => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const root = element.getRootNode() as Document | ShadowRoot;
    const above = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    // Where a page scrolls, what is under a bar at its edge is scrolled out of there.
    if (above === null || (narrow && pinned(above))) return false;
    return !element.contains(above) && !above.contains(element);
  };
  const cut = (element: HTMLElement): boolean => {
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    if (clientWidth === 0 || getComputedStyle(element).overflowX === 'auto') return false;
    const { overflowY, fontSize } = getComputedStyle(element);
    // Letters of some fonts are higher than their line; a line that is lost is more than that.
    const lost = scrollHeight - clientHeight > 0.3 * Number.parseFloat(fontSize);
    const below = overflowY === 'hidden' && lost;
    return scrollWidth > clientWidth + SLACK_PX || below;
  };

  const sheets = deep(document, 'dialog[open], [popover]:popover-open');
  const { scrollWidth, scrollHeight } = document.scrollingElement ?? document.documentElement;
  const downwards = narrow || scrollHeight > innerHeight;
  const faults = scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide`] : [];
  // A report is read downwards; a stage is seen whole.
  const stage = document.querySelector('.console button.break') !== null && !narrow;
  if (stage && downwards) faults.push(`the stage is ${scrollHeight} px high`);
  const say = (what: string, elements: readonly HTMLElement[]): void => {
    faults.push(...elements.map((element) => `${what}: ${named(element)}`));
  };
  const main = deep(document, important).filter(seen);
  say(
    'beyond the screen',
    main.filter((element) => outside(element, downwards)),
  );
  if (sheets.length === 0) say('covered', main.filter(covered));
  say(
    'beyond the screen',
    sheets.filter((element) => outside(element, false)),
  );
  say('cut off', [...deep(document, words).filter(seen), ...sheets].filter(cut));
  return [...new Set(faults)];
}
