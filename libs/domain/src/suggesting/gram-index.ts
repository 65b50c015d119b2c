import { gramsOf } from './grams.js';

/** A value for each duty that has one: pairs of the duty's number and the value. */
export type ByDuty = readonly (readonly [duty: number, value: number])[];

/** Pieces of words over all languages at once: `factura`, `factures` and `facturación` share most of theirs. */
export interface GramIndex {
  readonly idf: (gram: string) => number;
  /** Each duty's share of a gram; the shares of one duty are a vector of length 1. */
  readonly shares: ReadonlyMap<string, ByDuty>;
}

interface WordsOfDuty {
  readonly duty: number;
  readonly words: readonly string[];
  readonly weight: number;
}

/** For each duty the mean direction of its passages, each weighed by its field and by how rare its grams are. */
export function indexGrams(passages: readonly WordsOfDuty[]): GramIndex {
  const numberOf = new Map<string, number>();
  const numbered = numbering(numberOf);
  // Catalogues have half a million grams of forty thousand kinds: numbers instead of strings make it quick.
  const counted = passages.map(({ words }) => countOf(words.flatMap(numbered)));
  const found = new Int32Array(numberOf.size);
  for (const counts of counted) for (const gram of counts.keys()) found[gram]! += 1;
  const rarity = (times: number): number => Math.log(1 + passages.length / Math.max(1, times));
  const idfs = Float64Array.from(found, rarity);
  const shares: [number, number][][] = Array.from(found, () => []);
  for (const [duty, ofDuty] of groupPassages(passages)) {
    const sums = new Map<number, number>();
    for (const index of ofDuty) {
      const norm = lengthOf([...counted[index]!].map(([gram, count]) => count * idfs[gram]!));
      for (const [gram, count] of counted[index]!) {
        const value = (passages[index]!.weight * count * idfs[gram]!) / norm;
        sums.set(gram, (sums.get(gram) ?? 0) + value);
      }
    }
    const norm = lengthOf([...sums.values()]);
    for (const [gram, value] of sums) shares[gram]!.push([duty, value / norm]);
  }
  return {
    idf: (gram) => idfs[numberOf.get(gram) ?? -1] ?? rarity(0),
    shares: new Map([...numberOf].map(([gram, number]) => [gram, shares[number]!])),
  };
}

export function countOf<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Grams of a word by their numbers, which are given as they come; a word is cut up once. */
function numbering(numberOf: Map<string, number>): (word: string) => readonly number[] {
  const ofWord = new Map<string, readonly number[]>();
  return (word) => {
    const known = ofWord.get(word);
    if (known) return known;
    const numbers = gramsOf(word).map((gram) => {
      const number = numberOf.get(gram) ?? numberOf.size;
      numberOf.set(gram, number);
      return number;
    });
    ofWord.set(word, numbers);
    return numbers;
  };
}

function groupPassages(passages: readonly WordsOfDuty[]): Map<number, number[]> {
  const byDuty = new Map<number, number[]>();
  passages.forEach(({ duty }, index) => {
    const known = byDuty.get(duty);
    if (known) known.push(index);
    else byDuty.set(duty, [index]);
  });
  return byDuty;
}

/** Euclidean; 1 for nothing, so that it can be divided by. */
function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
}
