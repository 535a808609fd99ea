// Numbers for texts, in order of arrival: a hash table in two columns. A Map of a million texts costs
// twice the time. Texts are compared whole, so that two with one hash never become one.

/** Slots at first; a power of two. At most half of them are ever taken. */
const FIRST_SLOTS = 128;

export class TextIndex {
  readonly texts: string[] = [];
  /** Two numbers a slot: 1 + the text's number (0: free), and the text's hash. */
  #slots = new Int32Array(2 * FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;

  /** The text's number; a new text gets the next one, which is the count before. */
  numberOf(text: string): number {
    const hash = hashOf(text);
    let slot = hash & this.#mask;
    for (let taken = this.#at(slot); taken !== 0; taken = this.#at(slot)) {
      if (this.#slots[2 * slot + 1] === hash && this.texts[taken - 1] === text) return taken - 1;
      slot = (slot + 1) & this.#mask;
    }
    this.#put(slot, this.texts.push(text), hash);
    if (2 * this.texts.length > this.#mask) this.#grow();
    return this.texts.length - 1;
  }

  /** The text's number, or -1 when it has none. */
  find(text: string): number {
    const hash = hashOf(text);
    let slot = hash & this.#mask;
    for (let taken = this.#at(slot); taken !== 0; taken = this.#at(slot)) {
      if (this.#slots[2 * slot + 1] === hash && this.texts[taken - 1] === text) return taken - 1;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #at(slot: number): number {
    return this.#slots[2 * slot] ?? 0;
  }

  #put(slot: number, taken: number, hash: number): void {
    this.#slots[2 * slot] = taken;
    this.#slots[2 * slot + 1] = hash;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let at = 0; at < old.length; at += 2) {
      const [taken = 0, hash = 0] = [old[at], old[at + 1]];
      if (taken === 0) continue;
      let slot = hash & this.#mask;
      while (this.#at(slot) !== 0) slot = (slot + 1) & this.#mask;
      this.#put(slot, taken, hash);
    }
  }
}

/** FNV-1a over the code units, its high bits folded into the low ones that choose the slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
