import type { CatalogueLanguage } from '#domain';
import { keepHighest } from './highest-values.js';
import { outOfScopeTopics } from './out-of-scope-topics.js';
import type { SearchIndexSource } from './search-index.js';
import type { Word } from './words.js';

/** A sentence's meaning as a unit vector: alike sentences have alike ones, whatever their words. */
export type SentenceEmbedding = Float32Array;

/** An English phrase for an entry: a duty by its number or, behind the duties, a topic that is out of scope. */
export interface EnglishPhrase {
  readonly entry: number;
  readonly text: string;
}

/** What an encoder of English sentences knows when a text is to be led to duties. */
export interface EnglishEmbeddings {
  /** Phrases and, in their order, their embeddings. */
  readonly phrases: readonly EnglishPhrase[];
  readonly phraseEmbeddings: readonly SentenceEmbedding[];
  /** By what `englishPartsOf` says of the text; parts that are missing here mean nothing. */
  readonly parts: ReadonlyMap<string, SentenceEmbedding>;
}

/** What a text means to the own wording, beside what its words say. */
export interface SemanticScores {
  /** The part of the text's words that are English, 0 to 1. */
  readonly share: number;
  /** What it adds to the score of each entry. */
  readonly whole: Float64Array;
  /** The same of each clause; null where it isn't English. */
  readonly clauses: readonly (Float64Array | null)[];
  /** The words of the clause that is nearest in meaning to an entry, each with what it adds; none where none is near. */
  readonly contributionsOf: (entry: number) => Map<Word, number>;
}

/** Of a duty's phrases and alternative labels so many are compared: more did no better, and to encode them takes time. */
const maxPhrases = 16;
const maxAlternativeLabels = 3;
/** Longer parts are cut there, in UTF-16 code units, and further clauses left out, so that an encoder's time is bounded. */
const maxPartLength = 600;
const maxParts = 8;
/** So many of an entry's phrases are averaged, those that come nearest. */
const nearestPhrases = 3;
/** The similarity of sentences that have little to do with each other, and what more counts for: by the tuning half. */
const unrelatedSimilarity = 0.25;
const semanticWeight = 2.5;

/** What an encoder has to know before it is asked about texts. */
export function englishPhrases({
  duties,
  corrections,
}: Pick<SearchIndexSource, 'duties' | 'corrections'>): EnglishPhrase[] {
  const entryOf = new Map(duties.map(({ code }, entry) => [code, entry]));
  const ofDuties = duties.flatMap(({ label, alternativeLabels, layPhrases }, entry) => {
    const texts = [
      label.en,
      ...alternativeLabels.en.slice(0, maxAlternativeLabels),
      ...layPhrases.en.slice(0, maxPhrases),
    ];
    return texts.map((text) => ({ entry, text }));
  });
  const corrected = corrections.flatMap(({ text, language, dutyCodes }) => {
    const entries = language === 'en' ? dutyCodes.flatMap((code) => entryOf.get(code) ?? []) : [];
    return entries.map((entry) => ({ entry, text: cut(text) }));
  });
  const outOfScope = outOfScopeTopics().flatMap(({ phrases }, at) => {
    return phrases.en.map((text) => ({ entry: duties.length + at, text }));
  });
  return [...ofDuties, ...corrected, ...outOfScope];
}

/** A clause, in the language that it was taken to be in. */
export interface Clause {
  readonly words: readonly Word[];
  readonly language: CatalogueLanguage;
}

/** What of a text is to be encoded: the English clauses together and each alone; null where none is English. */
export function englishParts(text: string, clauses: readonly Clause[]): { whole: string; alone: string[] } | null {
  const english = clauses.filter(({ language }) => language === 'en');
  if (english.length === 0) return null;
  const alone = english.map(({ words }) => text.slice(words[0]!.start, words.at(-1)!.end));
  const isAllEnglish = english.length === clauses.length;
  const whole = isAllEnglish ? text.slice(english[0]!.words[0]!.start, english.at(-1)!.words.at(-1)!.end) : null;
  return { whole: cut(whole ?? alone.join('. ')), alone: alone.slice(0, maxParts).map(cut) };
}

const cut = (text: string): string => text.slice(0, maxPartLength);

/** Null where the encoder has nothing to say about the text. */
export function semanticScoresOf(
  text: string,
  clauses: readonly Clause[],
  entryCount: number,
  embeddings: EnglishEmbeddings | null,
): SemanticScores | null {
  const parts = embeddings && englishParts(text, clauses);
  const whole = parts && embeddings.parts.get(parts.whole);
  if (!whole) return null;
  const english = clauses.filter(({ language }) => language === 'en');
  const near = clauses.map((clause): Float64Array | null => {
    const vector = embeddings.parts.get(parts.alone[english.indexOf(clause)] ?? '');
    return vector === undefined ? null : scoreEntries(vector, entryCount, embeddings);
  });
  const share = wordCount(english) / Math.max(1, wordCount(clauses));
  return {
    share,
    whole: scoreEntries(whole, entryCount, embeddings).map((value) => share * value),
    clauses: near,
    contributionsOf: (entry) => {
      const values = near.map((scores) => scores?.[entry] ?? 0);
      const most = Math.max(...values);
      const { words } = clauses[values.indexOf(most)]!;
      return new Map(most > 0 ? words.map((word) => [word, most / words.length]) : []);
    },
  };
}

const wordCount = (clauses: readonly Clause[]): number => clauses.reduce((count, { words }) => count + words.length, 0);

/** How near a sentence comes to the phrases of each entry that it comes nearest to, in the unit of scores. */
function scoreEntries(
  said: SentenceEmbedding,
  entryCount: number,
  { phrases, phraseEmbeddings }: EnglishEmbeddings,
): Float64Array {
  const best = Array.from({ length: nearestPhrases }, () => new Float64Array(entryCount));
  phraseEmbeddings.forEach((vector, number) => {
    const { entry } = phrases[number]!;
    keepHighest(best, entry, cosineSimilarity(said, vector));
  });
  const mean = (entry: number): number => best.reduce((sum, place) => sum + place[entry]!, 0) / nearestPhrases;
  return Float64Array.from(
    { length: entryCount },
    (_, entry) => semanticWeight * Math.max(0, mean(entry) - unrelatedSimilarity),
  );
}

/** Of unit vectors. */
function cosineSimilarity(one: SentenceEmbedding, other: SentenceEmbedding): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
