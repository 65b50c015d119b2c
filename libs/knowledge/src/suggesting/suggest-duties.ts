import type { CatalogueLanguage } from '#domain';
import { findCandidates, type Found } from './candidates.js';
import { evidenceIn, type EvidenceSpan } from './evidence.js';
import { familiarity, languageOfClause, mostFamiliar } from './language.js';
import type { Lexicon } from './lexicon.js';
import { englishParts, meaningOf, type Meanings, type SpokenClause } from './meaning.js';
import { clausesOf, type Word } from './words.js';

export interface DutySuggestion {
  /** Of an own duty its code, of an imported one the id that it was given. */
  readonly dutyCode: string;
  /** 0 to 1: grows with how likely it is that the duty is meant. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
}

export interface RankedDuties {
  /** The language that most of the text is in. */
  readonly language: CatalogueLanguage;
  /** True when the words don't tell which duty is meant. */
  readonly abstained: boolean;
  /** Most likely first; confidence 0, without evidence, for those that have nothing in common with the text. */
  readonly ranked: readonly DutySuggestion[];
}

export interface DutySuggestions {
  readonly language: CatalogueLanguage;
  /** True when no duty explains enough of the text; `suggestions` is empty then. */
  readonly abstained: boolean;
  readonly suggestions: readonly DutySuggestion[];
}

/** Below it the words are taken to speak of something else. */
const abstainsBelow = 0.5;
/**
 * How quickly confidence falls behind the best, with the share of its score that a duty has: found by the judged texts that
 * are there for tuning: of those that have half of it one in fifty is meant, of those that have nine tenths one in four.
 */
const fallBehindBest = 4;
/** Suggestions with less than this share of the best one's score are left out. */
const leastShareOfBest = 0.45;
const maxSuggestions = 8;
/**
 * The score at which a duty is as likely meant as not: higher the nearer the text comes to what is done elsewhere, lower
 * the more it speaks of duties at all, and lower for a few words, which can't score much. Fitted by logistic regression to all
 * judged texts that are there for tuning, and then raised so that nine of ten that ask for something else lie below in each set
 * of them that the fit did without, in each language.
 */
const evenScore = { alone: 1.33, elsewhere: 1.6, ordinary: -4.8, least: 0.1 } as const;
/** What is to be added to it where the meaning of all of the text is in the scores as well; found likewise, with as much added. */
const evenMeaning = { alone: 0.04, ordinary: 1.84 } as const;
/** From so many words on a text is not short; at none the even score is this part of what it is then. */
const shortText = { words: 8, share: 0.4 } as const;
/** Clauses beyond so many are read together, so that the time that a text takes is bounded. */
const maxClauses = 24;

/**
 * Plain words in any mix of the three languages to the duties that they complain about, best first.
 * @param meanings what an encoder makes of the text's English parts, where there is one
 */
export function suggestDuties(
  text: string,
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
  meanings: Meanings | null = null,
): DutySuggestions {
  const { language, abstained, ranked } = rankDuties(text, given, lexicon, maxSuggestions, meanings);
  if (abstained) return { language, abstained, suggestions: [] };
  const least = ranked[0]!.confidence * leastShareOfBest ** fallBehindBest;
  return { language, abstained, suggestions: ranked.filter(({ confidence }) => confidence >= least) };
}

/**
 * The same, and the likeliest also where the words don't tell.
 * @param most how many to rank
 */
export function rankDuties(
  text: string,
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
  most: number,
  meanings: Meanings | null = null,
): RankedDuties {
  const { clauses, whole } = spokenIn(text, given, lexicon);
  const said = clauses.map(({ words, language }) => lexicon.reading.read(words, language));
  const meaning = meaningOf(text, clauses, lexicon.own.entryCount, meanings);
  const found = findCandidates(said, lexicon, meaning);
  const wordCount = clauses.reduce((count, { words }) => count + words.length, 0);
  const even = evenScoreOf(found, wordCount, meaning?.share ?? 0);
  const likeliest = [...found.candidates]
    .sort((one, other) => other.score - one.score || (one.dutyCode < other.dutyCode ? -1 : 1))
    .slice(0, most);
  const best = likeliest[0]?.score ?? 0;
  const ranked = likeliest.map(({ dutyCode, score, gains }): DutySuggestion => {
    const behind = best === 0 ? 1 : (score / best) ** fallBehindBest;
    return { dutyCode, confidence: round(confidenceOf(best, even) * behind), evidence: evidenceIn(text, gains()) };
  });
  const abstained = (ranked[0]?.confidence ?? 0) < abstainsBelow;
  return { language: given ?? mostFamiliar(whole), abstained, ranked };
}

/** What an encoder would have to encode for the text, each once; nothing where none of it is English. */
export function englishPartsOf(text: string, given: CatalogueLanguage | null, lexicon: Lexicon): readonly string[] {
  const parts = englishParts(text, spokenIn(text, given, lexicon).clauses);
  return parts === null ? [] : [...new Set([parts.whole, ...parts.alone])];
}

interface Spoken {
  readonly clauses: readonly SpokenClause[];
  /** How much of each language the whole has. */
  readonly whole: readonly number[];
}

function spokenIn(text: string, given: CatalogueLanguage | null, lexicon: Lexicon): Spoken {
  const clauses = groupClauses(clausesOf(text));
  const whole = familiarity(clauses.flat(), lexicon);
  return {
    clauses: clauses.map((words) => ({ words, language: languageOfClause(words, whole, given, lexicon) })),
    whole,
  };
}

/** @param meant the part of the text whose meaning is in the scores as well, 0 to 1 */
function evenScoreOf({ elsewhere, ordinary }: Found, wordCount: number, meant: number): number {
  const length = Math.min(1, shortText.share + ((1 - shortText.share) * wordCount) / shortText.words);
  const alone = evenScore.alone + meant * evenMeaning.alone;
  const duties = evenScore.ordinary + meant * evenMeaning.ordinary;
  const even = alone * length + evenScore.elsewhere * elsewhere + duties * ordinary;
  return Math.max(evenScore.least, even);
}

/**
 * Of the best: grows with the score, from 0 at nothing said to nearly 1.
 * @param even the score for which it is a half
 */
export function confidenceOf(score: number, even: number): number {
  return score ** 2 / (score ** 2 + even ** 2);
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

function groupClauses(clauses: readonly (readonly Word[])[]): Word[][] {
  const size = Math.ceil(clauses.length / maxClauses);
  const groups: Word[][] = [];
  clauses.forEach((clause, at) => {
    if (at % size === 0) groups.push([...clause]);
    else groups.at(-1)!.push(...clause);
  });
  return groups;
}
