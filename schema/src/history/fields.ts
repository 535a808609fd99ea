// Reads the fields of one line, each as the type that it must have. Whatever is not so is a
// HistoryFault that names the line, the field and what is allowed.
import { HistoryFault } from './fault.ts';

export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #line: number;

  /** @throws HistoryFault when `value` is no object */
  constructor(value: unknown, line: number) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new HistoryFault('MALFORMED', line, 'a JSON object', value);
    }
    this.#values = value as Record<string, unknown>;
    this.#line = line;
  }

  get line(): number {
    return this.#line;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }

  isNull(key: string): boolean {
    return this.#get(key) === null;
  }

  isText(key: string): boolean {
    return typeof this.#get(key) === 'string';
  }

  text(key: string): string {
    const value = this.#get(key);
    return typeof value === 'string' ? value : this.refuse(key, 'a string', value);
  }

  /** ISO 8601, with a day and a time. */
  moment(key: string): string {
    const text = this.text(key);
    const isMoment = /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
    return isMoment ? text : this.refuse(key, 'a moment as in 2026-11-25T18:03:00.000Z', text);
  }

  textOrNull(key: string): string | null {
    return this.isNull(key) ? null : this.text(key);
  }

  number(key: string): number {
    const value = this.#get(key);
    return isNumber(value) ? value : this.refuse(key, 'a number', value);
  }

  /** From 0. */
  whole(key: string): number {
    const value = this.#get(key);
    if (isNumber(value) && Number.isSafeInteger(value) && value >= 0) return value;
    return this.refuse(key, 'a whole number from 0', value);
  }

  flag(key: string): boolean {
    const value = this.#get(key);
    return typeof value === 'boolean' ? value : this.refuse(key, 'true or false', value);
  }

  oneOf<Value extends string>(key: string, allowed: readonly Value[]): Value {
    const value = this.#get(key);
    const known = allowed.find((one) => one === value);
    return known ?? this.refuse(key, `one of ${allowed.join(', ')}`, value);
  }

  list(key: string): readonly unknown[] {
    const value = this.#get(key);
    return Array.isArray(value) ? (value as unknown[]) : this.refuse(key, 'a list', value);
  }

  texts(key: string): readonly string[] {
    return this.list(key).map((value) =>
      typeof value === 'string' ? value : this.refuse(key, 'a list of strings', value),
    );
  }

  /** An object inside. */
  inner(key: string): Fields {
    const value = this.#get(key);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) return this.refuse(key, 'an object', value);
    return new Fields(value, this.#line);
  }

  entries(): readonly [string, unknown][] {
    return Object.entries(this.#values);
  }

  /** @throws HistoryFault, always */
  refuse(key: string, allowed: string, found?: unknown): never {
    const isMissing = !this.has(key);
    const expected = `"${key}" to be ${allowed}${isMissing ? ', but it is missing' : ''}`;
    throw new HistoryFault('MALFORMED', this.#line, expected, found);
  }

  #get(key: string): unknown {
    return this.has(key) ? this.#values[key] : undefined;
  }
}

/** JSON has numbers that JavaScript has not, such as 1e999. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
