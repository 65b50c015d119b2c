import type { CatalogueLanguage } from '../catalogue/catalogue.js';
import { gramsOf, type LanguageIndex, type Lexicon } from './lexicon.js';
import { clausesOf, stopWords, type Word } from './words.js';

/** Words of the given text that led to a suggestion: the slice [start, end). */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface DutySuggestion {
  readonly dutyCode: string;
  /** 0 to 1; grows with how much of what was said the duty's wording explains. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
}

export interface DutySuggestions {
  /** The language that most of the text is in. */
  readonly language: CatalogueLanguage;
  /** True when no duty explains enough of the text; `suggestions` is empty then. */
  readonly abstained: boolean;
  readonly suggestions: readonly DutySuggestion[];
}

/** BM25's saturation and length normalisation (Robertson and Zaragoza, 2009, usual values). */
const k1 = 1.2;
const b = 0.6;
/** How much the best single phrase counts against the duty's whole wording. */
const phraseShare = 0.55;
const abstainsBelow = 0.3;
const maxSuggestions = 8;
/** Suggestions that are this much weaker than the best are left out. */
const shareOfBest = 0.4;

interface Term {
  readonly word: Word;
  /** Stems of the index that the word stands for; several, weaker ones when it was mistyped. */
  readonly stems: readonly { readonly stem: string; readonly weight: number }[];
  readonly idf: number;
}

/** Plain words in any mix of the three languages to the duties that they complain about, best first. */
export function suggestDuties(text: string, given: CatalogueLanguage | null, lexicon: Lexicon): DutySuggestions {
  const clauses = clausesOf(text);
  const language = given ?? languageOf(clauses.flat(), lexicon);
  const found = new Map<number, { score: number; words: Set<Word> }>();
  for (const clause of clauses) {
    const { scores, words } = scoreClause(clause, given, lexicon);
    for (const [duty, score] of scores) {
      const known = found.get(duty) ?? { score: 0, words: new Set<Word>() };
      // A second clause about the same duty makes it surer, without ever reaching certainty.
      found.set(duty, { score: 1 - (1 - known.score) * (1 - score), words: known.words });
      for (const word of words.get(duty) ?? []) known.words.add(word);
    }
  }
  const ranked = [...found]
    .map(([duty, { score, words }]) => ({ dutyCode: lexicon.dutyCodes[duty]!, confidence: round(score), words }))
    .sort((one, other) => other.confidence - one.confidence || (one.dutyCode < other.dutyCode ? -1 : 1));
  const best = ranked[0]?.confidence ?? 0;
  if (best < abstainsBelow) return { language, abstained: true, suggestions: [] };
  const suggestions = ranked
    .filter(({ confidence }) => confidence >= Math.max(best * shareOfBest, abstainsBelow / 2))
    .slice(0, maxSuggestions)
    .map(({ dutyCode, confidence, words }) => ({ dutyCode, confidence, evidence: spansOfWords(text, words) }));
  return { language, abstained: false, suggestions };
}

const round = (score: number): number => Math.round(score * 10_000) / 10_000;

/** The language whose small words, and then whose vocabulary, the text uses most. */
export function languageOf(words: readonly Word[], lexicon: Lexicon): CatalogueLanguage {
  const points = lexicon.indexes.map((index) => ({
    language: index.language,
    points: familiarity(words, index, lexicon),
  }));
  return points.reduce((best, one) => (one.points > best.points ? one : best)).language;
}

function familiarity(words: readonly Word[], index: LanguageIndex, lexicon: Lexicon): number {
  const small = stopWords[index.language];
  return words.reduce((sum, { plain }) => {
    if (small.has(plain)) return sum + 1;
    return sum + (index.postings.has(lexicon.stem(plain, index.language)) ? 0.75 : 0);
  }, 0);
}

/** How well each duty explains a clause, 0 to 1, in whichever language explains it best. */
function scoreClause(
  clause: readonly Word[],
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
): { scores: Map<number, number>; words: Map<number, Set<Word>> } {
  const scores = new Map<number, number>();
  const words = new Map<number, Set<Word>>();
  const most = Math.max(1, ...lexicon.indexes.map((index) => familiarity(clause, index, lexicon)));
  for (const index of lexicon.indexes) {
    // A clause may be in another language than the text; one that is hardly in this language counts for less.
    const fits = index.language === given ? 1 : familiarity(clause, index, lexicon) / most;
    if (fits < 0.5) continue;
    const terms = termsOf(clause, index, lexicon);
    if (terms.length === 0) continue;
    const wording = scoreWording(terms, index);
    const phrase = scorePhrases(terms, index);
    for (const duty of new Set([...wording.scores.keys(), ...phrase.keys()])) {
      const score =
        fits * ((1 - phraseShare) * (wording.scores.get(duty) ?? 0) + phraseShare * (phrase.get(duty) ?? 0));
      if (score <= (scores.get(duty) ?? 0)) continue;
      scores.set(duty, score);
      words.set(duty, wording.words.get(duty) ?? new Set());
    }
  }
  return { scores, words };
}

function termsOf(clause: readonly Word[], index: LanguageIndex, lexicon: Lexicon): Term[] {
  return clause
    .filter(({ plain }) => !stopWords[index.language].has(plain))
    .map((word) => {
      const stem = lexicon.stem(word.plain, index.language);
      const stems = index.postings.has(stem) ? [{ stem, weight: 1 }] : similarStems(stem, index);
      return { word, stems, idf: index.idf(stems[0]?.stem ?? stem) };
    });
}

/** A word with fewer letters is too easily similar to another. */
const shortestMistyped = 5;
const similarFrom = 0.6;

function similarStems(stem: string, index: LanguageIndex): { stem: string; weight: number }[] {
  if (stem.length < shortestMistyped) return [];
  const grams = gramsOf(stem);
  const shared = new Map<string, number>();
  for (const gram of new Set(grams)) {
    for (const other of index.stemsByGram.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return [...shared]
    .map(([other, count]) => ({ stem: other, weight: (2 * count) / (grams.length + gramsOf(other).length) }))
    .filter(({ weight }) => weight >= similarFrom)
    .sort((one, other) => other.weight - one.weight || (one.stem < other.stem ? -1 : 1))
    .slice(0, 2);
}

/** BM25F over a duty's whole wording, as a part of what the clause could give at most. */
function scoreWording(
  terms: readonly Term[],
  index: LanguageIndex,
): { scores: Map<number, number>; words: Map<number, Set<Word>> } {
  const scores = new Map<number, number>();
  const words = new Map<number, Set<Word>>();
  const most = terms.reduce((sum, { idf }) => sum + idf, 0) * (k1 + 1);
  for (const { word, stems, idf } of terms) {
    for (const { stem, weight } of stems) {
      for (const posting of index.postings.get(stem) ?? []) {
        const length = 1 - b + (b * index.lengthOf[posting.duty]!) / index.meanLength;
        const gain = (weight * idf * (posting.weight * (k1 + 1))) / (posting.weight + k1 * length);
        scores.set(posting.duty, (scores.get(posting.duty) ?? 0) + gain / most);
        const known = words.get(posting.duty) ?? new Set<Word>();
        words.set(posting.duty, known.add(word));
      }
    }
  }
  return { scores, words };
}

/** Cosine with the most similar single phrase of each duty, rare words weighing more. */
function scorePhrases(terms: readonly Term[], index: LanguageIndex): Map<number, number> {
  const products = new Map<number, number>();
  for (const { stems } of terms) {
    for (const { stem, weight } of stems) {
      const product = weight * index.idf(stem) ** 2;
      for (const phrase of index.phrasesByStem.get(stem) ?? [])
        products.set(phrase, (products.get(phrase) ?? 0) + product);
    }
  }
  const norm = Math.hypot(...terms.map(({ idf }) => idf));
  const best = new Map<number, number>();
  for (const [number, product] of products) {
    const phrase = index.phrases[number]!;
    const cosine = Math.min(1, product / (norm * phrase.norm));
    best.set(phrase.duty, Math.max(best.get(phrase.duty) ?? 0, cosine));
  }
  return best;
}

/** Neighbouring words as one span; small words between two of them belong to it. */
function spansOfWords(text: string, words: ReadonlySet<Word>): EvidenceSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of [...words].sort((one, other) => one.start - other.start)) {
    const last = spans.at(-1);
    if (last !== undefined && start - last.end <= 14 && !/[.,;:!?]/.test(text.slice(last.end, start))) last.end = end;
    else spans.push({ start, end });
  }
  return spans.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }));
}
