import type { CatalogueLanguage } from '../catalogue/catalogue.js';
import { countOf } from './gram-index.js';
import type { LanguageIndex, Lexicon } from './lexicon.js';
import { gramsOf, typingDistance } from './grams.js';
import { stopWords, type Word } from './words.js';

/** How sure a clause makes each duty, 0 to 1, and how much each of its words adds. */
export interface ClauseScores {
  readonly confidences: Float64Array;
  readonly words: readonly Word[];
  /** For each word, what it adds to each duty's score. */
  readonly gains: readonly Float64Array[];
}

/**
 * BM25's saturation and length normalisation: what a duty speaks of often is worth more than a word by the way. Found,
 * like the weights below, by leaving out a fifth of the catalogue's phrases in turn and looking where they would lead,
 * beside sentences that ask for something else altogether.
 */
const saturation = 3;
const lengthNormalisation = 0.5;

/** What whole words, pieces of words, and one phrase that is much the same add to the score. */
const weights = { wording: 0.5, spelling: 2, phrase: 0.5 } as const;
/** A phrase that shares half of its words says little; only the same one says all. */
const phrasePower = 4;
/** The sum of the three at which a duty is as likely meant as not. */
const evenScore = 0.45;

interface Term {
  readonly word: Word;
  /** Stem of the index that the word stands for; null when nothing in the index is like it. */
  readonly stem: string | null;
  /** Less than 1 for a word that was probably mistyped. */
  readonly trust: number;
  readonly idf: number;
}

/** @param language the one that the clause is in */
export function scoreClause(clause: readonly Word[], language: CatalogueLanguage, lexicon: Lexicon): ClauseScores {
  const index = lexicon.indexes.find((one) => one.language === language)!;
  const terms = clause
    .filter(({ plain }) => !stopWords[language].has(plain))
    .map((word) => termOf(word, index, lexicon));
  const count = lexicon.dutyCodes.length;
  const gains = terms.map(() => new Float64Array(count));
  addWording(terms, index, gains);
  addSpelling(terms, lexicon, gains);
  const phrases = phraseScores(terms, index, count);
  const scores = new Float64Array(count);
  for (const gain of gains) gain.forEach((value, duty) => (scores[duty]! += value));
  phrases.forEach((value, duty) => (scores[duty]! += weights.phrase * value ** phrasePower));
  return { confidences: scores.map(confidence), words: terms.map(({ word }) => word), gains };
}

/** Grows with the score, from 0 at nothing said to nearly 1. */
export function confidence(score: number): number {
  return score ** 2 / (score ** 2 + evenScore ** 2);
}

/** A shorter word is too easily like another. */
const shortestMistyped = 5;

function termOf(word: Word, index: LanguageIndex, { stem }: Lexicon): Term {
  const own = stem(word.plain, index.language);
  if (index.frequencies.has(own)) return { word, stem: own, trust: 1, idf: index.idf(own) };
  if (word.plain.length < shortestMistyped) return { word, stem: null, trust: 0, idf: index.idf(own) };
  const most = word.plain.length < 7 ? 1 : 2;
  const nearest = nearestStem(own, index.stemsByLetter.get(own.charAt(0)) ?? [], most);
  if (!nearest) return { word, stem: null, trust: 0, idf: index.idf(own) };
  return { word, stem: nearest.stem, trust: 1 - nearest.distance * 0.2, idf: index.idf(nearest.stem) };
}

function nearestStem(own: string, others: readonly string[], most: number) {
  let nearest: { readonly stem: string; readonly distance: number } | undefined;
  for (const stem of others) {
    if (stem.length < shortestMistyped - 1) continue;
    const distance = typingDistance(own, stem, most);
    if (distance > (nearest?.distance ?? most)) continue;
    if (!nearest || distance < nearest.distance || stem < nearest.stem) nearest = { stem, distance };
  }
  return nearest;
}

/** BM25F over a duty's whole wording, as a part of what the clause could give at most. */
function addWording(terms: readonly Term[], index: LanguageIndex, gains: readonly Float64Array[]): void {
  const most = terms.reduce((sum, { idf }) => sum + idf, 0) * (saturation + 1);
  terms.forEach(({ stem, trust, idf }, at) => {
    for (const [duty, frequency] of (stem !== null && index.frequencies.get(stem)) || []) {
      const length = 1 - lengthNormalisation + lengthNormalisation * index.lengths[duty]!;
      const gain = (idf * frequency * (saturation + 1)) / (frequency + saturation * length);
      gains[at]![duty]! += (weights.wording * trust * gain) / most;
    }
  });
}

/** Cosine of the clause's grams with each duty's, a gram that stands nowhere counting against all. */
function addSpelling(terms: readonly Term[], { grams }: Lexicon, gains: readonly Float64Array[]): void {
  const counted = terms.map(({ word }) =>
    [...countOf(gramsOf(word.plain))].map(([gram, count]) => [gram, count * grams.idf(gram)] as const),
  );
  const norm = Math.hypot(...counted.flat().map(([, value]) => value)) || 1;
  const scale = weights.spelling / norm;
  counted.forEach((values, at) => {
    for (const [gram, value] of values) {
      for (const [duty, share] of grams.shares.get(gram) ?? []) gains[at]![duty]! += scale * value * share;
    }
  });
}

/** Cosine with the most similar single phrase of each duty, rare words weighing more. */
function phraseScores(terms: readonly Term[], index: LanguageIndex, count: number): Float64Array {
  const products = new Map<number, number>();
  for (const { stem, trust, idf } of terms) {
    for (const phrase of (stem !== null && index.phrasesByStem.get(stem)) || []) {
      products.set(phrase, (products.get(phrase) ?? 0) + trust * idf * idf);
    }
  }
  const norm = Math.hypot(...terms.map(({ idf }) => idf));
  const best = new Float64Array(count);
  for (const [number, product] of products) {
    const phrase = index.phrases[number]!;
    best[phrase.duty] = Math.max(best[phrase.duty]!, Math.min(1, product / (norm * phrase.norm)));
  }
  return best;
}
