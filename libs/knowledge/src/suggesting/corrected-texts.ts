import type { FeatureExtractor } from './feature-extractor.js';
import type { Feature } from './features.js';
import { groupBy } from './concept-matcher.js';
import type { Correction } from './passages.js';
import { wordsOf } from './words.js';

/** Of the telling words of two texts together, so many have to be in both. */
const leastShared = 0.6;

/** What somebody said of which businesses know that it means a duty, whatever the words would tell otherwise. */
export class CorrectedTexts {
  /** Of each stem, the numbers of the texts that have it. */
  private readonly textsByStem: ReadonlyMap<string, readonly number[]>;
  private readonly sizes: readonly number[];

  /** @param known codes that are suggested at all */
  constructor(corrections: readonly Correction[], known: ReadonlySet<string>, extractor: FeatureExtractor) {
    const texts = corrections
      .filter(({ dutyCodes }) => dutyCodes.some((code) => known.has(code)))
      .map(({ text, language }) => stemsIn(extractor.learn(wordsOf(text), language).stems));
    this.sizes = texts.map(({ size }) => size);
    this.textsByStem = groupBy(texts.flatMap((stems, number) => [...stems].map((stem) => [stem, number] as const)));
  }

  /** Whether a text says much the same as one of them. */
  resemble(said: readonly Feature[]): boolean {
    const stems = stemsIn(said);
    const shared = new Map<number, number>();
    for (const stem of stems) {
      for (const number of this.textsByStem.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    }
    return [...shared].some(([number, count]) => count >= leastShared * (stems.size + this.sizes[number]! - count));
  }
}

const stemsIn = (features: readonly Feature[]): ReadonlySet<string> => new Set(features.map(({ key }) => key));
