import { LIMITS } from '@worldseat/schema/domain';
import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../../tests/support/manual-clock.ts';
import { People } from './people.ts';

const { people: most, silentMs } = LIMITS.room;
const nobody = () => false;

function openPeople() {
  const clock = new ManualClock();
  const people = new People(() => clock.nowMs());
  const names = () => people.all.map(({ name }) => name);
  return { clock, people, names };
}

describe('People', () => {
  it('gives everybody a name of their own, and the same one again', () => {
    const { people, names } = openPeople();
    for (const id of ['p1', 'p2', 'p3', 'p2']) people.join(id, 'Ana');
    expect(names()).toEqual(['Ana', 'Ana 2', 'Ana 3']);
  });

  it('counts names as the same that cannot be told apart', () => {
    const { people, names } = openPeople();
    const same = ['Zoé', 'Zoe\u0301', 'zoé', 'Zo\u200bé', 'Ｚｏé'];
    for (const [index, name] of [...same, 'Zoe'].entries()) people.join(`p${index}`, name);
    expect(names()).toEqual([...same.map((name, at) => (at ? `${name} ${at + 1}` : name)), 'Zoe']);
  });

  it('renames who joins again, at their old place; the old name is free', () => {
    const { people, names } = openPeople();
    people.join('p1', 'Ana');
    people.join('p2', 'Bo');
    people.join('p1', 'Cy');
    people.join('p3', 'Ana');
    expect(names()).toEqual(['Cy', 'Bo', 'Ana']);
  });

  it('never makes a name too long, and cuts no character in two', () => {
    const { people } = openPeople();
    const longest = `${'a'.repeat(LIMITS.buyerNameLength.max - 2)}👍`;
    people.join('p1', longest);
    expect(people.join('p2', longest)?.name).toBe(`${'a'.repeat(78)} 2`);
  });

  it('looks for the characters of a name once, however many have it', () => {
    const { people } = openPeople();
    const name = '👍'.repeat(LIMITS.buyerNameLength.max / 2);
    for (let index = 0; index < 120; index += 1) people.join(`p${index}`, name);
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    expect(people.join('late', name)?.name).toBe(`${'👍'.repeat(38)} 121`);
    expect(segment.mock.calls.length).toBeLessThanOrEqual(1);
    segment.mockRestore();
  });

  it('is full at its limit, also for the next, and not for who is in it', () => {
    const { people } = openPeople();
    for (let index = 0; index < most; index += 1) people.join(`p${index}`, `N${index}`);
    expect([people.count, people.join('late', 'Late'), people.find('late')]).toEqual([
      most,
      null,
      null,
    ]);
    expect(people.join('p7', 'Seven')?.name).toBe('Seven');
    expect([people.leave('p7'), people.leave('p7')]).toEqual([true, false]);
    expect(people.join('late', 'Late')?.name).toBe('Late');
  });

  it('lets go of who is silent for too long, counted from when they were heard of last', () => {
    const { clock, people } = openPeople();
    people.join('silent', 'Ana');
    people.join('here', 'Bo');
    clock.advance(silentMs - 1);
    expect(people.sweep(nobody)).toEqual([]);
    people.join('again', 'Cy');
    clock.advance(1);
    expect(people.sweep((id) => id === 'here')).toEqual(['silent']);
    clock.advance(silentMs - 1);
    expect(people.sweep(nobody)).toEqual(['again']);
    clock.advance(1);
    expect([people.sweep(nobody), people.count]).toEqual([['here'], 0]);
  });
});
