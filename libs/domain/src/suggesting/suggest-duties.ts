import type { CatalogueLanguage } from '../catalogue/catalogue.js';
import { familiarity, languageOfClause, mostFamiliar } from './language.js';
import type { Lexicon } from './lexicon.js';
import type { Features } from './reading.js';
import { gainsOf, scoreWording } from './wording-index.js';
import { clausesOf, type Word } from './words.js';

/** Words of the given text that led to a suggestion: the slice [start, end), in UTF-16 code units. */
export interface EvidenceSpan {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface DutySuggestion {
  /** Of an own duty its code, of an imported one the id that it was imported with. */
  readonly dutyCode: string;
  /** 0 to 1; how likely it is that the duty is meant. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
}

export interface RankedDuties {
  /** The language that most of the text is in. */
  readonly language: CatalogueLanguage;
  /** True when the words don't tell which duty is meant. */
  readonly abstained: boolean;
  /** Most likely first; those that have nothing in common with the text are left out. */
  readonly ranked: readonly DutySuggestion[];
}

export interface DutySuggestions {
  readonly language: CatalogueLanguage;
  /** True when no duty explains enough of the text; `suggestions` is empty then. */
  readonly abstained: boolean;
  readonly suggestions: readonly DutySuggestion[];
}

/** Below it the words are taken to speak of something else; see `confidence` for what it means. */
const abstainsBelow = 0.4;
/** Suggestions that are this much weaker than the best are left out. */
const shareOfBest = 0.4;
const maxSuggestions = 8;
/** A word is shown as evidence when it gives this part of what the strongest word gives. */
const evidenceShare = 0.25;
/** A second clause about the same duty makes it surer by this part of what the clause alone would. */
const secondClauseShare = 0.3;
/** A score at which a duty is as likely meant as not. */
const evenScore = 0.7;
/** Clauses beyond so many are read together, so that the time that a text takes is bounded. */
const maxClauses = 24;
/** What an imported entry's own few words count beside what it borrows. */
const ownWordsShare = 0.35;

/** Plain words in any mix of the three languages to the duties that they complain about, best first. */
export function suggestDuties(text: string, given: CatalogueLanguage | null, lexicon: Lexicon): DutySuggestions {
  const { language, abstained, ranked } = rankDuties(text, given, lexicon, maxSuggestions);
  if (abstained) return { language, abstained, suggestions: [] };
  const least = Math.max(ranked[0]!.confidence * shareOfBest, abstainsBelow / 2);
  return { language, abstained, suggestions: ranked.filter(({ confidence }) => confidence >= least) };
}

/** The same, and the best also where the words don't tell. */
export function rankDuties(
  text: string,
  given: CatalogueLanguage | null,
  lexicon: Lexicon,
  most: number,
): RankedDuties {
  const clauses = clausesOf(text);
  const whole = familiarity(clauses.flat(), lexicon);
  const said = groupClauses(clauses).map((clause) => {
    return lexicon.reading.read(clause, languageOfClause(clause, whole, given, lexicon));
  });
  const candidates = scoreAll(said, lexicon)
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.dutyCode < other.dutyCode ? -1 : 1))
    .slice(0, most);
  const ranked = candidates.map(({ dutyCode, score, gains }) => ({
    dutyCode,
    confidence: round(confidence(score)),
    evidence: spansOfWords(text, tellingWords(said.map(gains))),
  }));
  const abstained = (ranked[0]?.confidence ?? 0) < abstainsBelow;
  return { language: given ?? mostFamiliar(whole), abstained, ranked };
}

/** Grows with the score, from 0 at nothing said to nearly 1. */
export function confidence(score: number): number {
  return score ** 2 / (score ** 2 + evenScore ** 2);
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

interface Candidate {
  readonly dutyCode: string;
  readonly score: number;
  readonly gains: (said: Features) => ReadonlyMap<Word, number>;
}

function scoreAll(said: readonly Features[], { own, dutyCodes, imported }: Lexicon): Candidate[] {
  const perClause = said.map((features) => scoreWording(features, own));
  const importedPerClause = said.map((features) => scoreWording(features, imported.index));
  const ofOwn = dutyCodes.map((dutyCode, duty): Candidate => {
    const score = joined(perClause.map((scores) => scores[duty]!));
    return { dutyCode, score, gains: (features) => gainsOf(features, own, duty) };
  });
  const ofImported = imported.ids.map((dutyCode, entry): Candidate => {
    const loans = imported.loans[entry]!;
    const perClauseLent = perClause.map((scores) => Math.max(0, ...loans.map((loan) => loan.share * scores[loan.own]!)));
    const score = joined(
      perClauseLent.map((lent, clause) => lent + ownWordsShare * importedPerClause[clause]![entry]!),
    );
    const gains = (features: Features): ReadonlyMap<Word, number> => {
      const first = loans[0];
      const lent = first === undefined ? new Map<Word, number>() : gainsOf(features, own, first.own);
      for (const [word, gain] of gainsOf(features, imported.index, entry)) lent.set(word, (lent.get(word) ?? 0) + gain);
      return lent;
    };
    return { dutyCode, score, gains };
  });
  return [...ofOwn, ...ofImported];
}

function joined(scores: readonly number[]): number {
  const [best = 0, second = 0] = [...scores].sort((one, other) => other - one);
  return best + secondClauseShare * second;
}

function groupClauses(clauses: readonly (readonly Word[])[]): Word[][] {
  const size = Math.ceil(clauses.length / maxClauses);
  const groups: Word[][] = [];
  clauses.forEach((clause, at) => {
    if (at % size === 0) groups.push([...clause]);
    else groups.at(-1)!.push(...clause);
  });
  return groups;
}

/** In each clause the words that weigh most. */
function tellingWords(gains: readonly ReadonlyMap<Word, number>[]): Set<Word> {
  const strongest = Math.max(0, ...gains.flatMap((ofWord) => [...ofWord.values()]));
  return new Set(
    gains.flatMap((ofWord) => [...ofWord].filter(([, gain]) => gain >= evidenceShare * strongest).map(([word]) => word)),
  );
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
