// The presenter's keys: which key means which command, and when it means none. Pure. Clickers send
// Page Up and Page Down, so these step through the marks of a talk.

export const COMMANDS = [
  'BREAK',
  'REPLAY',
  'PAUSE',
  'STEP_BACK',
  'STEP_ON',
  'MARK_BACK',
  'MARK_ON',
  'TAKE_BACK',
  'TAKE_ON',
  'ONE_SEAT',
  'ON_SALE',
  'FAN_LIMIT',
  'RETRY_STORM',
  'PREDICT',
  'ROOM',
  'FULL_SCREEN',
  'THEME',
  'HELP',
  'CLOSE',
] as const;
export type Command = (typeof COMMANDS)[number];

interface KeyFacts {
  /** As `KeyboardEvent.key` has them, letters in lower case; with `Shift+` where Shift matters. */
  readonly keys: readonly string[];
  /** As they are written on the keyboard, for the help. */
  readonly caps: readonly string[];
  readonly words: string;
  /** Goes on for as long as the key is held down. */
  readonly repeats: boolean;
}

const once = (keys: readonly string[], caps: readonly string[], words: string): KeyFacts => ({
  ...{ keys, caps, words },
  repeats: false,
});
const held = (keys: readonly string[], caps: readonly string[], words: string): KeyFacts => ({
  ...{ keys, caps, words },
  repeats: true,
});

export const KEYS: Readonly<Record<Command, KeyFacts>> = {
  BREAK: once(['b'], ['B'], 'Break it: the buyers come'),
  REPLAY: once(['r'], ['R'], 'Replay the last burst, or back to live'),
  PAUSE: once([' '], ['Space'], 'Play or pause the replay'),
  STEP_BACK: held(['arrowleft'], ['←'], 'One event back'),
  STEP_ON: held(['arrowright'], ['→'], 'One event on'),
  MARK_BACK: held(['pageup', 'shift+arrowleft'], ['Page Up', 'Shift ←'], 'To the mark before'),
  MARK_ON: held(['pagedown', 'shift+arrowright'], ['Page Down', 'Shift →'], 'To the next mark'),
  TAKE_BACK: once(['shift+n'], ['Shift N'], 'The take before'),
  TAKE_ON: once(['n'], ['N'], 'The next take of a recording'),
  ONE_SEAT: once(['1'], ['1'], 'Everybody wants one seat'),
  ON_SALE: once(['2'], ['2'], 'The whole floor goes on sale'),
  FAN_LIMIT: once(['3'], ['3'], 'A limit of seats for each fan'),
  RETRY_STORM: once(['4'], ['4'], 'Answers get lost, buyers press again'),
  PREDICT: once(['p'], ['P'], 'Guess first: how many will hold it?'),
  ROOM: once(['q'], ['Q'], 'The room: a QR code for phones'),
  FULL_SCREEN: once(['f'], ['F'], 'Full screen, or back'),
  THEME: once(['t'], ['T'], 'Light for a bright room, or dark'),
  HELP: once(['?'], ['?'], 'These keys'),
  CLOSE: once(['escape'], ['Esc'], 'Close what is open'),
};

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/**
 * Where the keyboard is. TYPING: in a field, which gets every key. WALKING: in something that arrows,
 * pages and Space move, such as the seats. CONTROL: on a button or the like, which Space presses.
 */
export type KeyboardPlace = 'FREE' | 'CONTROL' | 'WALKING' | 'TYPING';

const OF_CONTROLS = [' ', 'arrowleft', 'arrowright', 'shift+arrowleft', 'shift+arrowright'];
const OF_WALKERS = [...OF_CONTROLS, 'pageup', 'pagedown'];

/** Keys that are not the presenter's there; null: none is. */
const TAKEN: Readonly<Record<KeyboardPlace, readonly string[] | null>> = {
  FREE: [],
  CONTROL: OF_CONTROLS,
  WALKING: OF_WALKERS,
  TYPING: null,
};

const BY_KEY = new Map(
  COMMANDS.flatMap((command) => KEYS[command].keys.map((key) => [key, command] as const)),
);

/** @returns null when the key is not the presenter's, here or at all */
export function commandOf(press: KeyPress, place: KeyboardPlace): Command | null {
  const taken = TAKEN[place];
  if (taken === null || press.ctrlKey || press.metaKey || press.altKey) return null;
  const plain = press.key.toLowerCase();
  const shifted = `shift+${plain}`;
  const key = press.shiftKey && BY_KEY.has(shifted) ? shifted : plain;
  const command = BY_KEY.get(key) ?? null;
  if (command === null || taken.includes(key)) return null;
  return press.repeat && !KEYS[command].repeats ? null : command;
}
