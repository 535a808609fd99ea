// An item's primary key as one string, the same for every spelling: {"N":"1"} and {"N":"1.0"} are
// one item and must be under one lock. Pure.
import { isObject, type Item } from './wire.ts';

/**
 * @param item an item, or a Key @param keyNames partition key, then sort key if any
 * @returns null when an attribute of the key is missing or is none: the store says what is wrong
 */
export function keyOf(item: Item, keyNames: readonly string[]): string | null {
  const values = keyNames.map((name) => canonical(item[name]));
  return values.includes(null) ? null : JSON.stringify(values);
}

/** Back to a Key. @param key as keyOf() gives it */
export function keyAttributes(key: string, keyNames: readonly string[]): Item {
  const values = JSON.parse(key) as Item[string][];
  return Object.fromEntries(keyNames.map((name, index) => [name, values[index] ?? {}]));
}

function canonical(value: unknown): Item[string] | null {
  if (!isObject(value)) return null;
  const [[type, given] = ['', ''], ...more] = Object.entries(value);
  if (more.length > 0 || typeof given !== 'string') return null;
  if (type === 'S') return { S: given };
  if (type === 'B') return { B: Buffer.from(given, 'base64').toString('base64') };
  const number = type === 'N' ? canonicalNumber(given) : null;
  return number === null ? null : { N: number };
}

/** "-1.50" → "-15e-1": digits without zeros at their ends, and an exponent. Null: not a number. */
export function canonicalNumber(text: string): string | null {
  const parts = /^(-?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', onlyFraction = '', exponent = '0'] = parts;
  const decimals = fraction + onlyFraction;
  const digits = (whole + decimals).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - decimals.length + digits.length - significant.length;
  return `${sign}${significant}e${power}`;
}
