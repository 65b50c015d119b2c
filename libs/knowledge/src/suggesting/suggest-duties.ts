import type { CatalogueLanguage } from '#domain';
import { type CandidateSearch, findCandidates, type Heard } from './candidates.js';
import { confidenceBehind, confidenceOfBest, confidenceOfWish, scopeOf } from './confidence.js';
import { evidenceIn, type EvidenceSpan } from './evidence.js';
import { excludedClauses } from './exclusions.js';
import { type GroupAsked, groupsToAsk } from './groups-asked.js';
import { languageOfClause, languageScores, likeliestLanguage } from './language-detection.js';
import { isInOtherLanguage } from './other-languages.js';
import { refusalOf } from './refusals.js';
import { labelKey, type SearchIndex } from './search-index.js';
import { clausesOf, type Word } from './words.js';

export interface DutySuggestion {
  /** Of an own duty its code, of an imported one the id that it was given. */
  readonly dutyCode: string;
  /** 0 to 1: how likely it is that the duty is meant. */
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
}

/** Why no duty is suggested: the words don't tell, are in another language, or ask for what nobody is to do. */
export type WhyNone = 'unclear' | 'other-language' | 'fraud';

interface Understood {
  /** The language that most of the text is in; null where it is none of the three. */
  readonly language: CatalogueLanguage | null;
  /** True when no duty is suggested. */
  readonly abstained: boolean;
  readonly because: WhyNone | null;
}

export interface RankedDuties extends Understood {
  /** Most likely first; confidence 0, without evidence, for those that have nothing in common with the text. */
  readonly ranked: readonly DutySuggestion[];
}

export interface DutySuggestions extends Understood {
  /** Empty where it abstained. */
  readonly suggestions: readonly DutySuggestion[];
  /** Where the words don't tell, up to three groups to choose from, likeliest first. */
  readonly groups: readonly GroupAsked[];
}

/** From here on words are taken to speak of duties: nine of ten texts that ask for something else lie below, and more. */
const leastScope = 0.4;
/** The same of a clause alone, where the text as a whole doesn't tell. */
const leastScopeOfClause = 0.9;
/** Who says the very label of an entry means it. */
const confidenceOfLabel = 0.97;
/** Of what the text as a whole comes nearest to, so many may be what one of its clauses wants. */
const mostLifted = 10;
/** Suggestions with less than this share of the best one's confidence are left out. */
const leastShareOfBest = 0.1;
const maxSuggestions = 8;
/** What is less likely says nothing about what to ask back. */
const leastAsked = 0.02;
/** Clauses beyond so many are read together, so that the time that a text takes is bounded. */
const maxClauses = 24;

/** Plain words in any mix of the three languages to the duties that they complain about, best first. */
export function suggestDuties(text: string, given: CatalogueLanguage | null, index: SearchIndex): DutySuggestions {
  const { ranked, ...understood } = rankDuties(text, given, index, maxSuggestions);
  if (understood.abstained) {
    const isAsked = understood.because !== 'fraud';
    return { ...understood, suggestions: [], groups: isAsked ? groupsToAsk(inGroups(ranked, index)) : [] };
  }
  const least = ranked[0]!.confidence * leastShareOfBest;
  return { ...understood, suggestions: ranked.filter(({ confidence }) => confidence >= least), groups: [] };
}

function inGroups(ranked: readonly DutySuggestion[], { dutyCodes, groups }: SearchIndex) {
  return ranked.flatMap(({ dutyCode, confidence }) => {
    const group = groups[dutyCodes.indexOf(dutyCode)];
    return group === undefined || confidence < leastAsked ? [] : [{ dutyCode, group }];
  });
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
): RankedDuties {
  const clauses = groupClauses(eachOnce(clausesOf(text)));
  const words = clauses.flat();
  const points = languageScores(words, index);
  const featuresOf = (clause: readonly Word[]) =>
    index.extractor.extract(clause, languageOfClause(clause, points, given, index));
  const excluded = excludedClauses(text, clauses);
  const wanted = clauses.filter((_, at) => !excluded.has(at)).map(featuresOf);
  const unwanted = clauses.filter((_, at) => excluded.has(at)).map(featuresOf);
  const found = findCandidates(wanted, index);
  const confidences = confidencesOf(found);
  const named = namedCodes(
    clauses.filter((_, at) => !excluded.has(at)),
    index,
  );
  found.codes.forEach((code, at) => {
    if (named.has(code)) confidences[at] = Math.max(confidences[at]!, confidenceOfLabel);
  });
  const refused = unwanted.length === 0 ? null : findCandidates(unwanted, index);
  if (refused !== null) leaveOut(refused, found, confidences);
  const likeliest = [...found.codes.keys()]
    .sort(
      (one, other) =>
        confidences[other]! - confidences[one]! ||
        found.whole.scores[other]! - found.whole.scores[one]! ||
        (found.codes[one]! < found.codes[other]! ? -1 : 1),
    )
    .slice(0, most);
  const ranked = likeliest.map((candidate): DutySuggestion => ({
    dutyCode: found.codes[candidate]!,
    confidence: round(confidences[candidate]!),
    evidence: confidences[candidate] === 0 ? [] : evidenceIn(text, found.contributionsOf(candidate)),
  }));
  const stemsSaid = wanted.map(({ stems }) => stems);
  const isCorrected = [stemsSaid.flat(), ...stemsSaid].some((said) => index.corrected.resemble(said));
  const speaksOfDuties =
    // Small words alone say nothing, however many there are.
    (stemsSaid.some(({ length }) => length > 0) || unwanted.length > 0) &&
    (named.size > 0 ||
      isCorrected ||
      speaksOf(found) ||
      (refused !== null && speaksOf(refused) && found.whole.background > 0));
  // Whoever says the very label of an entry means it, whatever its words would say otherwise.
  const isLabel = index.codesByLabel.has(labelKey(words));
  const because = isLabel ? null : whyNone(words, clauses, given, speaksOfDuties);
  const isOther = because === 'other-language';
  return {
    language: given ?? (isOther ? null : likeliestLanguage(points)),
    abstained: because !== null,
    because,
    ranked,
  };
}

function whyNone(
  words: readonly Word[],
  clauses: readonly (readonly Word[])[],
  given: CatalogueLanguage | null,
  speaksOfDuties: boolean,
): WhyNone | null {
  if (refusalOf(clauses) !== null) return 'fraud';
  if (given === null && isInOtherLanguage(words)) return 'other-language';
  return speaksOfDuties ? null : 'unclear';
}

/** The codes of what is called just as the text, or one of its clauses. */
function namedCodes(clauses: readonly (readonly Word[])[], { codesByLabel }: SearchIndex): ReadonlySet<string> {
  return new Set([clauses.flat(), ...clauses].flatMap((words) => codesByLabel.get(labelKey(words)) ?? []));
}

const isInScope = (heard: Heard): boolean => scopeOf(heard) >= leastScope;
const speaksOf = ({ whole, clauses }: CandidateSearch): boolean => isInScope(whole) || clauses.some(isClearlyInScope);
/** What is said by the way has to be clearer: a long text has many clauses. */
const isClearlyInScope = (heard: Heard): boolean => scopeOf(heard) >= leastScopeOfClause;

/**
 * Of each candidate how likely it is meant: by the text as a whole, or as what one of its clauses wants. A clause lifts what the
 * whole comes near to, and not above what it comes nearest to: `gases, liquids, or powders` are no three wishes.
 */
function confidencesOf({ whole, clauses }: CandidateSearch): Float64Array {
  const confidences = ofEach(whole);
  // Beside a clear wish, what is said like one is one as well.
  if (clauses.length === 1 || !clauses.some(isClearlyInScope)) return confidences;
  const most = Math.max(...confidences);
  const least = whole.scores.toSorted().at(-mostLifted) ?? 0;
  for (const clause of clauses.filter(isInScope)) {
    const wanted = clause.scores.indexOf(Math.max(...clause.scores));
    if (whole.scores[wanted]! < least) continue;
    confidences[wanted] = Math.max(confidences[wanted]!, Math.min(most, confidenceOfWish(clause)));
  }
  return confidences;
}

function ofEach(heard: Heard): Float64Array {
  const best = Math.max(0, ...heard.scores);
  const ofBest = confidenceOfBest(heard);
  return heard.scores.map((score) => {
    if (score <= 0) return 0;
    return score === best ? ofBest : confidenceBehind(ofBest, score / best);
  });
}

/** What is named as not wanted isn't suggested, unless the rest asks for just that. */
function leaveOut(unwanted: CandidateSearch, wanted: CandidateSearch, confidences: Float64Array): void {
  const mostWanted = wanted.whole.scores.indexOf(Math.max(...wanted.whole.scores));
  for (const heard of unwanted.clauses) {
    const named = heard.scores.indexOf(Math.max(...heard.scores));
    if (named !== mostWanted && isInScope(heard)) confidences[named] = 0;
  }
}

/** What somebody says over and over is said once. */
function eachOnce(clauses: readonly Word[][]): Word[][] {
  const known = new Map(clauses.toReversed().map((words) => [labelKey(words), words]));
  return clauses.filter((words) => known.get(labelKey(words)) === words);
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
