import { Bm25 } from './bm25.js';
import { entryCounts, forEachEntry } from './entry-sums.js';
import { type Feature, type PassageFeatures, withoutRepetition } from './features.js';
import { saysHowWell } from './how-well.js';
import { type MeaningIndex, MeaningIndexBuilder } from './meaning-index.js';
import { PassageVectors } from './passage-vectors.js';
import type { Passage } from './passages.js';
import { Postings } from './postings.js';
import { Vocabulary } from './vocabulary.js';

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

  /** @param measured by the number of an entry, the stems of its label */
  constructor(
    private readonly entryCount: number,
    private readonly stems: Bm25,
    private readonly pairs: Bm25,
    /** Of each stem of an entry, its part of what all of them tell. */
    private readonly shares: Postings,
    private readonly meanings: MeaningIndex,
    measured: ReadonlyMap<number, readonly Feature[]>,
  ) {
    this.scale = 1;
    const sum = [...measured].reduce((total, [entry, said]) => total + this.scoreByWords(byPosition(said))[entry]!, 0);
    if (sum > 0) this.scale = sum / measured.size;
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

/** Takes passages one after the other, those of an entry in a row, in the order of their entries. */
export class LabelIndexBuilder {
  private readonly stems = new Vocabulary();
  private readonly pairs = new Vocabulary();
  private readonly ofStems = new PassageVectors();
  private readonly ofPairs = new PassageVectors();
  private readonly meanings = new MeaningIndexBuilder(this.stems);
  private readonly measured = new Map<number, readonly Feature[]>();
  private readonly step: number;

  constructor(private readonly entryCount: number) {
    this.step = Math.max(1, Math.floor(entryCount / labelsMeasured));
  }

  add({ entry, weight, language, sayable }: Passage, { stems }: PassageFeatures): void {
    const part = weight / weights.label;
    const numbered = (vocabulary: Vocabulary, features: readonly Feature[]) =>
      withoutRepetition(features).map((one) => [vocabulary.numbered(one.key), one.weight] as const);
    this.ofStems.add(entry, part, numbered(this.stems, stems));
    this.ofPairs.add(entry, part, numbered(this.pairs, pairsOf(stems, window.label)));
    if (sayable) this.meanings.add({ entry, language, weight: part, features: stems });
    if (entry % this.step === 0 && !this.measured.has(entry)) this.measured.set(entry, stems);
  }

  build(): LabelIndex {
    const stems = Bm25.build(this.entryCount, this.stems, this.ofStems, form);
    const pairs = Bm25.build(this.entryCount, this.pairs, this.ofPairs, form);
    const shares = sharesOf(stems, this.ofStems);
    return new LabelIndex(this.entryCount, stems, pairs, shares, this.meanings.build(stems), this.measured);
  }
}

const byPosition = (said: readonly Feature[]): Feature[] =>
  said.map((feature, at) => ({
    ...feature,
    weight: feature.weight * wordWeight(feature.key) * weights.position ** at,
  }));

const wordWeight = (key: string): number => (saysHowWell(key) ? weights.howWell : 1);

function sharesOf(stems: Bm25, vectors: PassageVectors): Postings {
  const { featureCount } = stems;
  const valueOf = (weight: number, _value: number, feature: number) => weight * stems.idfOf(feature);
  return Postings.collect(entryCounts(vectors, featureCount), (add) => {
    forEachEntry(vectors, { featureCount, valueOf, together: Math.max }, (entry, features, highest) => {
      const sum = highest.reduce((total, value) => total + value, 0) || 1;
      features.forEach((feature, at) => add(feature, entry, highest[at]! / sum));
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
