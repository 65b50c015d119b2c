import type { LearningText } from './learning-texts.js';
import { principalDirections, type SparseMatrix } from './principal-directions.js';

/** As many as tell words apart: with 64 O*NET's tasks are found less often, with 150 no more so. */
const componentsOfWord = 96;
/** Texts that a word has to stand in. */
const leastTexts = { en: 5, es: 4, ca: 2 } as const;
const rounds = 12;

interface LearntVectors {
  readonly words: readonly string[];
  /** Of each word its components in a row, each -127 to 127. */
  readonly components: Int8Array;
}

/**
 * Latent semantic analysis (Deerwester et al., 1990): words are near each other that stand in the same texts, or in texts that
 * have words in common.
 * @param random numbers from 0 to 1
 * @param size components of each word
 */
export function learnWordVectors(
  texts: readonly LearningText[],
  random: () => number,
  size = componentsOfWord,
): LearntVectors {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of text.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()].filter((word) => counts.get(word)! >= leastOf(word)).sort();
  const matrix = matrixOf(texts, words, counts);
  const directions = principalDirections(matrix, size, rounds, random);
  const components = new Int8Array(directions.length);
  words.forEach((_, at) => {
    const vector = directions.subarray(at * size, (at + 1) * size);
    const largest = vector.reduce((most, part) => Math.max(most, Math.abs(part)), 0) || 1;
    vector.forEach((part, number) => (components[at * size + number] = Math.round((127 * part) / largest)));
  });
  return { words, components };
}

const leastOf = (word: string): number => leastTexts[word.slice(0, 2) as keyof typeof leastTexts];

/** Rare words tell more than frequent ones, and a text counts as much as any other, however long. */
function matrixOf(
  texts: readonly LearningText[],
  words: readonly string[],
  counts: ReadonlyMap<string, number>,
): SparseMatrix {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const [rows, values, starts] = [[] as number[], [] as number[], [0]];
  for (const text of texts) {
    const known = [...text].filter(([word]) => rowOf.has(word));
    const weights = known.map(([word, times]) => Math.log1p(times) * Math.log(texts.length / counts.get(word)!));
    const length = Math.hypot(...weights) || 1;
    known.forEach(([word], at) => {
      rows.push(rowOf.get(word)!);
      values.push(weights[at]! / length);
    });
    starts.push(rows.length);
  }
  return {
    rowCount: words.length,
    starts: Uint32Array.from(starts),
    rows: Uint32Array.from(rows),
    values: Float32Array.from(values),
  };
}
