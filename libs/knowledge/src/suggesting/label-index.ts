import { Bm25 } from './bm25.js';
import type { FeatureExtractor } from './feature-extractor.js';
import { type Feature, withoutRepetition } from './features.js';
import { saysHowWell } from './how-well.js';
import type { Passage } from './passages.js';
import { Postings } from './postings.js';
import { MeaningIndex, type Worded } from './meaning-index.js';
import { type PassageVector, Vocabulary } from './vocabulary.js';

/** Labels are short, and one word of five says more in them than in a duty's two hundred phrases. */
const form = { saturation: 1.2, lengthNormalisation: 0.75 } as const;
/** How far apart two words may stand to be a pair: in a label, and in what somebody says. */
const window = { label: 3, text: 4 } as const;
/** What each thing counts for in the score of an entry. */
const weights = {
  /** Two words of a label that stand together, beside each alone. */
  pair: 0.2,
  /** Each telling word of a text, beside the one before it: what is to be done stands first. */
  position: 0.97,
  /** A word that says how well, beside one that says what. */
  howWell: 0.3,
  /** What is near in meaning, beside a label that is said word for word. */
  meaning: 0.75,
  /** A label, where what else is known of an entry counts once. */
  label: 3,
} as const;
/** How much it counts which part of a label was said, and what counts of one of which little was. */
const coverage = { power: 0.4, least: 0.05 } as const;
/** Labels by which the scale is found. */
const labelsMeasured = 300;

/**
 * Entries by what they are called: BM25 over stems and over pairs of them, by how much of a label is said. For catalogues of
 * which little more is known than their labels; found by a half of O*NET's tasks and annotated vacancies
 * (tools/bench/published-labels).
 */
export class LabelIndex {
  /** What a label scores that is said word for word, on average: scores are parts of that. */
  private readonly scale: number;

  private constructor(
    private readonly entryCount: number,
    private readonly stems: Bm25,
    private readonly pairs: Bm25,
    /** Of each stem of an entry, its part of what all of them tell. */
    private readonly shares: Postings,
    private readonly meanings: MeaningIndex,
    said: readonly (readonly Feature[])[],
  ) {
    this.scale = 1;
    const step = Math.max(1, Math.floor(entryCount / labelsMeasured));
    const measured = [...said.keys()].filter((entry) => entry % step === 0);
    const sum = measured.reduce((total, entry) => total + this.scoreByWords(byPosition(said[entry]!))[entry]!, 0);
    if (sum > 0) this.scale = sum / measured.length;
  }

  /** @param passages those of an entry in a row, in the order of their entries */
  static build(entryCount: number, passages: readonly Passage[], extractor: FeatureExtractor): LabelIndex {
    const [stems, pairs] = [new Vocabulary(), new Vocabulary()];
    const vectors: { stems: PassageVector[]; pairs: PassageVector[] } = { stems: [], pairs: [] };
    const worded: Worded[] = [];
    const said: Feature[][] = Array.from({ length: entryCount }, () => []);
    for (const { entry, weight, words, language, sayable } of passages) {
      const features = extractor.learn(words, language).stems;
      const part = weight / weights.label;
      if (sayable) worded.push({ entry, language, weight: part, features });
      vectors.stems.push(stems.vectorOf(entry, part, withoutRepetition(features)));
      vectors.pairs.push(pairs.vectorOf(entry, part, withoutRepetition(pairsOf(features, window.label))));
      if (said[entry]!.length === 0) said[entry]!.push(...features);
    }
    const ofStems = Bm25.build(entryCount, stems, vectors.stems, form);
    const ofPairs = Bm25.build(entryCount, pairs, vectors.pairs, form);
    const meanings = MeaningIndex.build(worded, (key) => ofStems.tells(key));
    return new LabelIndex(entryCount, ofStems, ofPairs, sharesOf(entryCount, ofStems, vectors.stems), meanings, said);
  }

  /**
   * The score of each entry, 0 at nothing in common and 1 or more where a label is said word for word.
   * @param said the stems of a text, in the order of its words
   */
  score(said: readonly Feature[]): Float64Array {
    const weighted = byPosition(said);
    const scores = this.scoreByWords(weighted);
    this.meanings.addTo(scores, highestOf(weighted), weights.meaning);
    return scores;
  }

  private scoreByWords(weighted: readonly Feature[]): Float64Array {
    const scores = new Float64Array(this.entryCount);
    const covered = new Float64Array(this.entryCount);
    for (const { key, weight } of highestOf(weighted)) {
      const stem = this.stems.featureOf(key);
      if (stem === undefined) continue;
      this.stems.termWeights.addTo(scores, stem, weight);
      this.shares.addTo(covered, stem, 1);
    }
    for (const { key, weight } of highestOf(pairsOf(weighted, window.text))) {
      const pair = this.pairs.featureOf(key);
      if (pair !== undefined) this.pairs.termWeights.addTo(scores, pair, weights.pair * weight);
    }
    return scores.map((score, entry) => (score * (covered[entry]! + coverage.least) ** coverage.power) / this.scale);
  }
}

const byPosition = (said: readonly Feature[]): Feature[] =>
  said.map((feature, at) => ({
    ...feature,
    weight: feature.weight * wordWeight(feature.key) * weights.position ** at,
  }));

const wordWeight = (key: string): number => (saysHowWell(key) ? weights.howWell : 1);

function sharesOf(entryCount: number, stems: Bm25, vectors: readonly PassageVector[]): Postings {
  const byEntry = Array.from({ length: entryCount }, () => new Map<number, number>());
  const counts = new Uint32Array(stems.featureCount);
  for (const { entry, weight, features } of vectors) {
    for (const feature of features) {
      const known = byEntry[entry]!.get(feature);
      if (known === undefined) counts[feature]! += 1;
      byEntry[entry]!.set(feature, Math.max(known ?? 0, weight * stems.idfOf(feature)));
    }
  }
  return Postings.collect(counts, (add) => {
    byEntry.forEach((values, entry) => {
      const sum = [...values.values()].reduce((total, value) => total + value, 0) || 1;
      for (const [feature, value] of values) add(feature, entry, value / sum);
    });
  });
}

/** Each two words that stand near one another, in whichever order. */
function pairsOf(features: readonly Feature[], within: number): Feature[] {
  return features.flatMap((one, at) =>
    features.slice(at + 1, at + 1 + within).map((other) => ({
      key: one.key < other.key ? `${one.key} ${other.key}` : `${other.key} ${one.key}`,
      weight: Math.min(one.weight, other.weight),
      words: [],
    })),
  );
}

/** Each feature once, as strong as it is said at its strongest. */
function highestOf(features: readonly Feature[]): Feature[] {
  const byKey = new Map<string, Feature>();
  for (const feature of features) {
    if (feature.weight > (byKey.get(feature.key)?.weight ?? 0)) byKey.set(feature.key, feature);
  }
  return [...byKey.values()];
}
