import { describe, expect, it } from 'vitest';
import { columnsOf, keyOf } from './row-text.ts';

describe('a row as one text', () => {
  it.each([
    ['(a,b)', ['a', 'b']],
    ['(a,,c)', ['a', null, 'c']],
    ['(,)', [null, null]],
    ['("",x)', ['', 'x']],
    ['("say ""hi""","a,b")', ['say "hi"', 'a,b']],
    [String.raw`("back\\slash","(p)")`, ['back\\slash', '(p)']],
    ['("two\nlines",1)', ['two\nlines', '1']],
    ['(1)', ['1']],
  ])('%s is its columns', (text, columns) => {
    expect(columnsOf(text)).toEqual(columns);
  });

  it('has the key that its positions name', () => {
    expect(keyOf('(a,b,c)', [2, 0])).toBe('["c","a"]');
  });

  it('is refused when a quote has no end', () => {
    expect(() => columnsOf('("a')).toThrow('closing quote');
  });
});
