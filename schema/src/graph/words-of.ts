// Makes a GraphQL enum of one closed vocabulary. The meanings are a total table over its words, so
// that a new word fails to compile until it is explained.
import { builder } from './builder.ts';

export function wordsOf<Word extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Word, string>>,
) {
  const words = Object.keys(meanings) as Word[];
  const values = Object.fromEntries(
    words.map((word) => [word, { value: word, description: meanings[word] }]),
  ) as Record<Word, { value: Word; description: string }>;
  return builder.enumType(name, { description, values });
}
