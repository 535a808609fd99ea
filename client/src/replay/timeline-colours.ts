// The colours that the timeline's canvas paints with, read from the page's own custom properties, so
// that the theme is the theme there too.

export interface TimelineColours {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly stage: string;
  readonly good: string;
  readonly bad: string;
  readonly warm: string;
  /** By index of the Region; further ones and NO_REGION have none of their own. */
  readonly regions: readonly string[];
  readonly noRegion: string;
  readonly font: string;
}

const REGION_COLOURS = 4;

export function coloursOf(element: Element): TimelineColours {
  const style = getComputedStyle(element);
  const get = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ text: get('text'), muted: get('muted'), line: get('line'), stage: get('stage') },
    ...{ good: get('good'), bad: get('bad'), warm: get('warm') },
    regions: Array.from({ length: REGION_COLOURS }, (_, index) => get(`region-${index}`)),
    noRegion: get('region-none'),
    font: style.fontFamily,
  };
}
