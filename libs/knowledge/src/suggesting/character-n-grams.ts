/** The pieces of a word of `shortest` to `longest` letters, its beginning and end marked. */
export function characterNGrams(word: string, shortest = 3, longest = 5): string[] {
  const marked = `^${word}$`;
  const nGrams: string[] = [];
  for (let length = shortest; length <= longest; length += 1) {
    for (let start = 0; start + length <= marked.length; start += 1) nGrams.push(marked.slice(start, start + length));
  }
  return nGrams;
}
