// Who is buying from this page: a name and a Region, remembered by the browser.
import { LIMITS } from '@worldseat/schema/domain';

const KEY = 'worldseat.visitor';

/** Storage may be forbidden; then nothing is remembered, and the page works all the same. */
export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing is lost but the memory.
  }
}

export function recall(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is { name: string; region: string } {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'region' in value &&
    typeof value.region === 'string'
  );
}

export class Visitor {
  name = $state('');
  region = $state('');

  constructor() {
    const kept = recall(KEY);
    this.name = isKept(kept) ? kept.name : `Visitor ${100 + Math.floor(Math.random() * 900)}`;
    this.region = isKept(kept) ? kept.region : '';
  }

  save(): void {
    remember(KEY, { name: this.name, region: this.region });
  }

  /** The Region chosen, if it is one of these; else the first of them. */
  regionAmong(regions: readonly string[]): string {
    return regions.includes(this.region) ? this.region : (regions[0] ?? '');
  }

  /** Why the name cannot be used, or null. */
  get problem(): string | null {
    const { min, max } = LIMITS.buyerNameLength;
    const { length } = this.name.trim();
    if (length >= min && length <= max) return null;
    return `Your name: ${min} to ${max} characters.`;
  }
}
