// A recording as a classic script, for a deck that is opened from a disk: a page there may not read
// the file beside it, but it may run a script. Pure; see the embed for who reads the registry.

/** Where the embed looks for recordings by name. */
const REGISTRY = 'worldSeatRecordings';

/** JavaScript that registers the text under the name; also safe inside an HTML script element. */
export function recordingScript(name: string, text: string): string {
  const registry = `globalThis.${REGISTRY} ??= Object.create(null)`;
  return `(${registry})[${literal(name)}] = ${literal(text)};\n`;
}

/** A template without values: quotes, of which JSON is full, stay. HTML sees no end and no comment. */
function literal(text: string): string {
  const safe = text
    .replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')
    .replaceAll('\r', '\\r')
    .replaceAll('<', '\\u003c');
  return `\`${safe}\``;
}

/** A script that we built, for an HTML script element: in code, these only occur in strings. */
export function inlineScript(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
