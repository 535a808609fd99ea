// What an embed was asked to show: the attributes of <world-seat>, and the same words in the query
// of /embed. What is wrong is said in words and the usual is taken; an embed must not die of a typo.
import { LIMITS } from '@worldseat/schema/domain';
import { RECORDING_LIMITS } from '@worldseat/schema/history';
import type { Theme } from '../floor/palette.ts';

export const ATTRIBUTES = [
  'src',
  'engine',
  'seat',
  'buyers',
  'venue',
  'replay',
  'take',
  'autoplay',
  'steps',
  'stop',
  'theme',
  'poster',
] as const;
type Attribute = (typeof ATTRIBUTES)[number];

/** What stands there before it is played, and on paper. */
export type Poster = 'start' | 'end' | { readonly atMs: number };

export interface EmbedSettings {
  /** Origin of a server; null: nothing is shown live. */
  readonly src: string | null;
  /** Id of the only engine to show; null: all. */
  readonly engine: string | null;
  /** The contested seat; null: as recorded, or live the whole floor. */
  readonly seat: string | null;
  /** Live: how many buyers a press of the button sends. */
  readonly buyers: number;
  /** Live: id of the venue that a press of the button puts on sale; null: the one that is. */
  readonly venue: string | null;
  /** Address, #id, or registered name of a recording; null: the one inside the element. */
  readonly replay: string | null;
  /** The only take to show, from 0; null: all, one after the other. */
  readonly take: number | null;
  readonly autoplay: boolean;
  /** The keys of a clicker step through the marks before they turn the slide. */
  readonly steps: boolean;
  /** The stop it is at, from 0, the start: the deck's own clicks say so; null: they do not. */
  readonly stop: number | null;
  readonly theme: Theme;
  readonly poster: Poster;
  /** What was not understood, each with what is allowed. */
  readonly faults: readonly string[];
}

const USUAL_BUYERS = { seat: 60, floor: 2_000 } as const;

/** More clicks than any slide has; a stop beyond the last one is the end. */
const MOST_STOPS = 1_000;

/** @param get the value of an attribute; null: it is not there */
export function readSettings(get: (name: Attribute) => string | null): EmbedSettings {
  const faults: string[] = [];
  const refuse = <Usual>(name: Attribute, allowed: string, usual: Usual): Usual => {
    faults.push(`${name} must be ${allowed}, not “${get(name) ?? ''}”.`);
    return usual;
  };
  const text = (name: Attribute): string | null => get(name)?.trim() || null;
  const flag = (name: Attribute): boolean => get(name) !== null && get(name) !== 'false';
  const whole = (name: Attribute, usual: number, min: number, max: number): number => {
    const given = text(name);
    if (given === null) return usual;
    const value = Number(given);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    return refuse(name, `a whole number from ${min} to ${max}`, usual);
  };
  const seat = text('seat')?.toUpperCase() ?? null;
  const target = seat === null ? 'floor' : 'seat';
  const limits = seat === null ? LIMITS.floorBuyers : LIMITS.seatBuyers;
  return {
    src: readSource(text('src'), (allowed) => refuse('src', allowed, null)),
    engine: text('engine'),
    seat,
    buyers: whole('buyers', USUAL_BUYERS[target], limits.min, limits.max),
    venue: text('venue'),
    replay: text('replay'),
    take: text('take') === null ? null : whole('take', 1, 1, RECORDING_LIMITS.takes) - 1,
    autoplay: flag('autoplay'),
    steps: flag('steps'),
    stop: text('stop') === null ? null : whole('stop', 0, 0, MOST_STOPS),
    theme: readTheme(text('theme'), (allowed) => refuse('theme', allowed, 'dark' as const)),
    poster: readPoster(text('poster'), (allowed) => refuse('poster', allowed, 'start' as const)),
    faults,
  };
}

/** The same settings as the query of /embed on the server; a recording stays with the element. */
export function liveAddress(src: string, settings: EmbedSettings): string {
  const query = new URLSearchParams();
  const { engine, seat, buyers, venue, theme } = settings;
  for (const [name, value] of Object.entries({ engine, seat, venue, theme })) {
    if (value !== null) query.set(name, value);
  }
  query.set('buyers', String(buyers));
  return `${src}/embed?${query}`;
}

function readSource(given: string | null, refuse: (allowed: string) => null): string | null {
  if (given === null) return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return refuse('the address of a server, such as http://127.0.0.1:4000');
  }
  return url.origin;
}

function readTheme(given: string | null, refuse: (allowed: string) => Theme): Theme {
  if (given === null || given === 'dark') return 'dark';
  return given === 'light' ? 'light' : refuse('dark or light');
}

function readPoster(given: string | null, refuse: (allowed: string) => Poster): Poster {
  if (given === null || given === 'start') return 'start';
  if (given === 'end') return 'end';
  const atMs = Number(given);
  return Number.isFinite(atMs) && atMs >= 0 ? { atMs } : refuse('start, end, or milliseconds');
}
