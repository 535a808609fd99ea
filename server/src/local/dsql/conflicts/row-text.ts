// A row as PostgreSQL writes it in one text: (a,"b ""c""",) . Pure.
// Source: https://www.postgresql.org/docs/16/rowtypes.html#ROWTYPES-IO-SYNTAX

/** The columns' texts in order; null for NULL. */
export function columnsOf(row: string): readonly (string | null)[] {
  const columns: (string | null)[] = [];
  let at = 1;
  while (at < row.length) {
    const column = row[at] === '"' ? quotedColumn(row, at) : plainColumn(row, at);
    columns.push(column.value);
    // Behind the column stands a comma or the closing parenthesis.
    at = column.end + 1;
  }
  return columns;
}

interface ColumnText {
  readonly value: string | null;
  readonly end: number;
}

function plainColumn(row: string, from: number): ColumnText {
  let end = from;
  while (row[end] !== ',' && row[end] !== ')' && end < row.length) end += 1;
  return { value: end === from ? null : row.slice(from, end), end };
}

function quotedColumn(row: string, from: number): ColumnText {
  let value = '';
  let at = from + 1;
  for (;;) {
    const character = row[at];
    if (character === undefined) throw new Error('a row text without its closing quote');
    if (character === '"' && row[at + 1] !== '"') return { value, end: at + 1 };
    // A quote and a backslash are doubled.
    if (character === '"' || character === '\\') at += 1;
    value += row[at] ?? '';
    at += 1;
  }
}

/** The key of a row as one string. @param positions of the key's columns */
export function keyOf(row: string, positions: readonly number[]): string {
  const columns = columnsOf(row);
  return JSON.stringify(positions.map((at) => columns[at] ?? null));
}
