import { sha256Of } from '@worldseat/schema/history';
import { describe, expect, it } from 'vitest';
import { hashOfHistory } from './hash.ts';

describe('hashOfHistory', () => {
  it('is the hash by which a history is checked anywhere, whatever its header states', () => {
    const header = (sha256: string) => `{"line":"history","sha256":"${sha256}"}`;
    const rest = '\n{"buyer":"Zoë 🎟 ﬁ"}\n';
    const texts = [header(''), header('0'.repeat(64))].map((first) => first + rest);
    const [hash] = texts.map(sha256Of);
    expect(texts.map(hashOfHistory)).toEqual([hash, hash]);
  });
});
