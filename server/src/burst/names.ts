// Names for the buyers of a burst, so that evidence can be read aloud. Unique within one burst.
import { seededRandom } from '@worldseat/schema/domain';

const FIRST_NAMES =
  'Ana Bo Cy Dee Eli Fay Gus Hana Ivo Jun Kai Lea Max Noa Oto Pia Quin Rui Sol Tam Uma Vic Wen Xia ' +
  'Yan Zoe Ada Ben Cleo Dov Ema Finn Gia Hugo Ines Jack Kim Luz Mia Nico Ola Paz Rex Sam Tea Ugo';

/**
 * @param count how many; after the first names are used up come "Ana 2", "Bo 2", …
 * @param people real people's names, unique: they come first, and nobody else is given one of them
 */
export function buyerNames(count: number, seed: number, people: readonly string[] = []): string[] {
  const names = people.slice(0, count);
  const taken = new Set(names);
  const simulated = simulatedNames(count + names.length, seed).filter((name) => !taken.has(name));
  return [...names, ...simulated.slice(0, count - names.length)];
}

function simulatedNames(count: number, seed: number): string[] {
  const first = shuffled(FIRST_NAMES.split(' '), seed);
  return Array.from({ length: count }, (_, index) => {
    const name = first[index % first.length] ?? 'Ana';
    const turn = Math.floor(index / first.length) + 1;
    return turn === 1 ? name : `${name} ${turn}`;
  });
}

/** Fisher–Yates. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = seededRandom(seed);
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as Item, copy[last] as Item];
  }
  return copy;
}
