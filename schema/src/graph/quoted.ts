// The caller's own words in a message: quoted, escaped and cut.
const MOST_LENGTH = 40;

export function quoted(given: string): string {
  const cut = given.length > MOST_LENGTH ? `${given.slice(0, MOST_LENGTH)}…` : given;
  return JSON.stringify(cut);
}
