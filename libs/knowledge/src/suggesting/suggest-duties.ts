import type { CatalogueLanguage } from '#domain';
import { type CandidateSearch, findCandidates } from './candidates.js';
import { evidenceIn, type EvidenceSpan } from './evidence.js';
import { languageOfClause, languageScores, likeliestLanguage } from './language-detection.js';
import type { SearchIndex } from './search-index.js';
import { type Clause, type EnglishEmbeddings, englishParts, semanticScoresOf } from './sentence-embeddings.js';
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
const falloffBehindBest = 4;
/** Suggestions with less than this share of the best one's score are left out. */
const leastShareOfBest = 0.45;
const maxSuggestions = 8;
/**
 * The score at which a duty is as likely meant as not, as a linear model: higher the nearer the text comes to a topic that
 * is out of scope, lower the more it speaks of duties at all, and lower for a few words, which can't score much. Fitted by
 * logistic regression to all judged texts that are there for tuning, and then raised so that nine of ten that ask for
 * something else lie below in each set of them that the fit did without, in each language.
 */
const evenOdds = { intercept: 1.33, outOfScope: 1.6, background: -4.8, least: 0.1 } as const;
/** To be added to it where the meaning of all of the text is in the scores as well; fitted and raised likewise. */
const evenOddsOfMeaning = { intercept: 0.04, background: 1.84 } as const;
/** From so many words on a text is not short; at none the score of even odds is this part of what it is then. */
const shortText = { words: 8, share: 0.4 } as const;
/** Clauses beyond so many are read together, so that the time that a text takes is bounded. */
const maxClauses = 24;

/**
 * Plain words in any mix of the three languages to the duties that they complain about, best first.
 * @param embeddings what an encoder makes of the text's English parts, where there is one
 */
export function suggestDuties(
  text: string,
  given: CatalogueLanguage | null,
  index: SearchIndex,
  embeddings: EnglishEmbeddings | null = null,
): DutySuggestions {
  const { language, abstained, ranked } = rankDuties(text, given, index, maxSuggestions, embeddings);
  if (abstained) return { language, abstained, suggestions: [] };
  const least = ranked[0]!.confidence * leastShareOfBest ** falloffBehindBest;
  return { language, abstained, suggestions: ranked.filter(({ confidence }) => confidence >= least) };
}

/**
 * The same, and the likeliest also where the words don't tell.
 * @param most how many to rank
 */
export function rankDuties(
  text: string,
  given: CatalogueLanguage | null,
  index: SearchIndex,
  most: number,
  embeddings: EnglishEmbeddings | null = null,
): RankedDuties {
  const { clauses, whole } = clausesIn(text, given, index);
  const features = clauses.map(({ words, language }) => index.extractor.extract(words, language));
  const semantic = semanticScoresOf(text, clauses, index.own.entryCount, embeddings);
  const found = findCandidates(features, index, semantic);
  const wordCount = clauses.reduce((count, { words }) => count + words.length, 0);
  const even = evenOddsScoreOf(found, wordCount, semantic?.share ?? 0);
  const likeliest = [...found.candidates]
    .sort((one, other) => other.score - one.score || (one.dutyCode < other.dutyCode ? -1 : 1))
    .slice(0, most);
  const best = likeliest[0]?.score ?? 0;
  const ranked = likeliest.map(({ dutyCode, score, contributions }): DutySuggestion => {
    const behind = best === 0 ? 1 : (score / best) ** falloffBehindBest;
    return {
      dutyCode,
      confidence: round(confidenceOf(best, even) * behind),
      evidence: evidenceIn(text, contributions()),
    };
  });
  const abstained = (ranked[0]?.confidence ?? 0) < abstainsBelow;
  return { language: given ?? likeliestLanguage(whole), abstained, ranked };
}

/** What an encoder would have to encode for the text, each once; nothing where none of it is English. */
export function englishPartsOf(text: string, given: CatalogueLanguage | null, index: SearchIndex): readonly string[] {
  const parts = englishParts(text, clausesIn(text, given, index).clauses);
  return parts === null ? [] : [...new Set([parts.whole, ...parts.alone])];
}

interface TextInClauses {
  readonly clauses: readonly Clause[];
  /** How much of each language the whole has. */
  readonly whole: readonly number[];
}

function clausesIn(text: string, given: CatalogueLanguage | null, index: SearchIndex): TextInClauses {
  const clauses = groupClauses(clausesOf(text));
  const whole = languageScores(clauses.flat(), index);
  return {
    clauses: clauses.map((words) => ({ words, language: languageOfClause(words, whole, given, index) })),
    whole,
  };
}

/** @param meant the part of the text whose meaning is in the scores as well, 0 to 1 */
function evenOddsScoreOf({ outOfScope, background }: CandidateSearch, wordCount: number, meant: number): number {
  const length = Math.min(1, shortText.share + ((1 - shortText.share) * wordCount) / shortText.words);
  const intercept = evenOdds.intercept + meant * evenOddsOfMeaning.intercept;
  const slope = evenOdds.background + meant * evenOddsOfMeaning.background;
  const even = intercept * length + evenOdds.outOfScope * outOfScope + slope * background;
  return Math.max(evenOdds.least, even);
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
