// The page's styles for an element in somebody else's page: everything that is measured against the
// page (its root, its viewport, its font size) is measured against the element instead. Pure text to
// text, at build time, so that the page and the embed share one set of styles.

/** Class of the element that stands for :root, inside the container of the same name. */
const ROOT = '.world-seat';
const CONTAINER = 'world-seat';
/** What a rem is in the embed: a registered length, so that it is worked out once, on the root. */
const REM = '--world-seat-rem';
const PAGE_REM_PX = 16;
/** Nobody reads them in the embed. */
const COMMENT = /\s*\/\*[^]*?\*\//g;

/** Styles of a component, or of the whole page. */
export function containedCss(css: string): string {
  return css
    .replaceAll(COMMENT, '')
    .replaceAll(/(:root\s*\{[^}]*?)\bfont-size:([^;}]+)/g, `$1${REM}:$2`)
    .replaceAll(/:root\b|(?<![\w.#-])(?:html|body|#app)(?=\s*[,{])/g, ROOT)
    .replaceAll(/@(?:media|container)[^{]*/g, containedQuery)
    .replaceAll(new RegExp(`${REM}:[^;}]+`, 'g'), pixels)
    .replaceAll(/(?<![\w.-])(-?[\d.]+)rem\b/g, `calc($1 * var(${REM}))`)
    .replaceAll(/(?<![\w.-])(-?[\d.]+)[dsl]?v(w|h)\b/g, '$1cq$2')
    .replaceAll("'Archivo Variable'", "'WorldSeat Archivo'");
}

/** Asks about the size of the element; what it asks about the user or the paper stays. */
function containedQuery(prelude: string): string {
  const query = pixels(prelude);
  const isOfSize = query.startsWith('@media') && /(?:width|height)/.test(query);
  return isOfSize ? query.replace('@media', `@container ${CONTAINER}`) : query;
}

function pixels(text: string): string {
  return text.replaceAll(/([\d.]+)rem\b/g, (_, number: string) => {
    return `${Number(number) * PAGE_REM_PX}px`;
  });
}
