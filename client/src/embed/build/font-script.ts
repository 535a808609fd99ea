// The font as a classic script: from a disk a page may not load a font either. It asks for nothing;
// its name is the embed's own, so that it changes no other text of the page. Pure.

/** @param bytes of a variable WOFF2 */
export function fontScript(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('base64');
  return `document.fonts.add(new FontFace('WorldSeat Archivo',Uint8Array.from(atob('${text}'),
c=>c.charCodeAt(0)),{weight:'100 900',stretch:'62% 125%',display:'swap'}));\n`;
}
