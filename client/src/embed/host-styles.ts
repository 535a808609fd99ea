// Styles of the shadow root itself: the border between the page's styles and ours. An important rule
// of an outer tree loses against an important one of an inner tree, so these hold whatever the page
// says; where the element is, and how large, is the page's to say.
import base from '../styles/base.css?inline';
import tokens from '../styles/tokens.css?inline';

/**
 * `all: initial` would also make an element on a hidden slide visible again. As wide as a phone the
 * engines stand above each other, and the frame is higher, unless the page gave a height.
 */
const FRAME = `
:host(:not([hidden], [style*='display: none'], [style*='display:none'])) {
  display: block !important;
}
.place, .frame {
  all: initial;
  display: block;
  visibility: inherit;
  pointer-events: inherit;
}
.place {
  width: 100%;
  height: 100%;
  container: world-seat-place / inline-size;
}
.frame {
  position: relative;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  min-height: 128px;
  aspect-ratio: 16 / 9;
  overflow: hidden;
  direction: ltr;
  isolation: isolate;
  container: world-seat / size;
  break-inside: avoid;
}
.frame > * { visibility: inherit; }
@container world-seat-place (max-width: 560px) {
  .frame { aspect-ratio: 1 / 2; }
}
`;

/** There is less around the floor than on the page, and more to be read from the last row. */
const TYPE = `
@container world-seat (min-width: 561px) {
  .world-seat { --world-seat-rem: clamp(12px, min(1.67cqw, 1.25cqh + 9.2px), 48px); }
}
`;

export const HOST_STYLES = FRAME + tokens + base + TYPE;
