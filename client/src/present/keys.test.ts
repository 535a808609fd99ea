import { describe, expect, test } from 'vitest';
import { COMMANDS, commandOf, KEYS, type KeyPress } from './keys.ts';

const press = (key: string, given: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, repeat: false },
  ...given,
});
const shift = { shiftKey: true };

describe('commandOf', () => {
  test.each([
    [press('b'), 'BREAK'],
    [press('B', shift), 'BREAK'],
    [press('r'), 'REPLAY'],
    [press(' '), 'PAUSE'],
    [press('ArrowLeft'), 'STEP_BACK'],
    [press('ArrowRight'), 'STEP_ON'],
    [press('ArrowLeft', shift), 'MARK_BACK'],
    [press('ArrowRight', shift), 'MARK_ON'],
    [press('PageUp'), 'MARK_BACK'],
    [press('PageDown'), 'MARK_ON'],
    [press('n'), 'TAKE_ON'],
    [press('N', shift), 'TAKE_BACK'],
    [press('1'), 'ONE_SEAT'],
    [press('2'), 'ON_SALE'],
    [press('3'), 'FAN_LIMIT'],
    [press('4'), 'RETRY_STORM'],
    [press('1', shift), 'ONE_SEAT'],
    [press('?', shift), 'HELP'],
    [press('Escape'), 'CLOSE'],
    [press('x'), null],
    [press('Enter'), null],
  ])('%j means %s', (given, command) => {
    expect(commandOf(given, 'FREE')).toBe(command);
  });

  test('every command has a key of its own, and no key has two', () => {
    const keys = COMMANDS.flatMap((command) => KEYS[command].keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const command of COMMANDS) expect(KEYS[command].keys).not.toEqual([]);
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)(
    'with %s no key is the presenter’s',
    (held) => {
      const found = COMMANDS.map((command) =>
        commandOf(press(KEYS[command].keys[0] ?? '', { [held]: true }), 'FREE'),
      );
      expect(new Set(found)).toEqual(new Set([null]));
    },
  );

  test('a field gets every key, whatever it is', () => {
    const found = COMMANDS.map((command) =>
      commandOf(press(KEYS[command].keys[0] ?? ''), 'TYPING'),
    );
    expect(new Set(found)).toEqual(new Set([null]));
  });

  test.each([
    ['CONTROL', ['PageDown', 'b'], [' ', 'ArrowLeft', 'ArrowRight']],
    ['WALKING', ['b', '?'], [' ', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown']],
  ] as const)('%s keeps what moves or presses it', (place, given, kept) => {
    for (const key of given) expect(commandOf(press(key), place)).not.toBeNull();
    for (const key of kept) {
      expect(commandOf(press(key), place)).toBeNull();
      expect(commandOf(press(key, shift), place)).toBeNull();
    }
  });

  test('a key that is held down steps on, and fires only once', () => {
    expect(commandOf(press('ArrowRight', { repeat: true }), 'FREE')).toBe('STEP_ON');
    expect(commandOf(press('b', { repeat: true }), 'FREE')).toBeNull();
  });
});
