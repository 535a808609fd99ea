// Who is in the room: people who joined by phone, in the order in which they came. Names are unique,
// because the Witness tells people apart by them. Bounded; whoever is silent for too long has left.
import { LIMITS } from '@worldseat/schema/domain';

export interface Person {
  /** Chosen by the phone, and known to it alone. */
  readonly id: string;
  readonly name: string;
}

interface Present extends Person {
  readonly heardAtMs: number;
}

const { people: MOST, silentMs } = LIMITS.room;

export class People {
  readonly #present = new Map<string, Present>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** In the order in which they came; a new name changes no place. */
  get all(): readonly Person[] {
    return [...this.#present.values()];
  }

  get count(): number {
    return this.#present.size;
  }

  find(id: string): Person | null {
    return this.#present.get(id) ?? null;
  }

  /** @param wanted a name that was checked. @returns null, with nothing changed: the room is full */
  join(id: string, wanted: string): Person | null {
    if (!this.#present.has(id) && this.#present.size >= MOST) return null;
    const others = [...this.#present.values()].filter((person) => person.id !== id);
    const name = freeName(wanted, new Set(others.map((person) => lookOf(person.name))));
    const person = { id, name, heardAtMs: this.#nowMs() };
    this.#present.set(id, person);
    return person;
  }

  /** @returns whether it was in the room */
  leave(id: string): boolean {
    return this.#present.delete(id);
  }

  /** Takes out who was silent for too long. @param isHere others are heard of now. @returns their ids */
  sweep(isHere: (id: string) => boolean): string[] {
    const nowMs = this.#nowMs();
    const gone: string[] = [];
    for (const person of this.#present.values()) {
      if (isHere(person.id)) this.#present.set(person.id, { ...person, heardAtMs: nowMs });
      else if (nowMs - person.heardAtMs >= silentMs) gone.push(person.id);
    }
    for (const id of gone) this.#present.delete(id);
    return gone;
  }
}

/** The name itself, or with the first number that makes it unique: "Ana", "Ana 2", "Ana 3". */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(lookOf(wanted))) return wanted;
  const cut = openCut(wanted);
  for (let turn = 2; ; turn += 1) {
    const ending = ` ${turn}`;
    const name = cut(LIMITS.buyerNameLength.max - ending.length) + ending;
    if (!taken.has(lookOf(name))) return name;
  }
}

/** What of a name can be told apart when it is seen or read aloud: not how it is written in bytes. */
function lookOf(name: string): string {
  return name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}

const segmenter = new Intl.Segmenter();

/** Finds the characters once, which is slow: hundreds may want the same name. */
function openCut(text: string): (mostLength: number) => string {
  const ends = Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
  return (mostLength) => text.slice(0, ends.findLast((end) => end <= mostLength) ?? 0);
}
