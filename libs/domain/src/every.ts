/** All words of a union, in a list that doesn't compile when one is missing or too many. */
export const every = <Word extends string>(words: Readonly<Record<Word, true>>): readonly Word[] =>
  Object.keys(words) as Word[];
