import { catalogueLanguages, type ImportedDuty } from '#domain';
import type { FeatureExtractor } from './feature-extractor.js';
import { type PassageIndex, queryVectorOf, scoreEntries } from './passage-index.js';
import { likenessOf } from './likeness.js';
import { wordsOf } from './words.js';

/** That an imported entry counts as this own duty does, in part: weight 1 for the same thing under another title. */
export interface DutyMapping {
  readonly own: number;
  readonly weight: number;
}

/** Scores of titles up to which they are surely not about work like ours, and from which they surely are. */
const surelyOther = 0.15;
const surelySame = 0.45;
/** An entry that takes together what are more duties of ours seldom takes together more than these. */
const maxMappings = 5;
/** Mappings that are so much weaker than the best say nothing. */
const leastOfBest = 0.1;
/** How much a match counts less where the entry matches another duty better, or the duty another entry. */
const rivalryPower = 0.65;

/** What an imported entry's own few words count beside a full mapping to own duties, and what they count without one. */
const ownWordsWeight = { besideMappings: 0.15, alone: 1 } as const;
/** What the second of the own duties that an entry is mapped to adds. */
const secondMappingWeight = 0.2;

/** What an entry scores by the own duties that it is mapped to. */
export function borrowedScore(mappings: readonly DutyMapping[], own: Float64Array): number {
  let [best, second] = [0, 0];
  for (const mapping of mappings) {
    const score = mapping.weight * own[mapping.own]!;
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  return best + secondMappingWeight * second;
}

/** How far an entry counts as own duties do, from 0 to 1. */
export const borrowedPart = (mappings: readonly DutyMapping[]): number => mappings[0]?.weight ?? 0;

/** What an entry's own words count for: less the more it borrows. */
export function ownWeightBeside(mappings: readonly DutyMapping[]): number {
  const mapped = borrowedPart(mappings);
  return mapped * ownWordsWeight.besideMappings + (1 - mapped) * ownWordsWeight.alone;
}

/** What an entry's titles score, as if somebody had said them. */
interface TitleScores {
  /** For each own duty. */
  readonly duties: Float64Array;
  /** From 0, where it is surely about something else than the own duties, to 1. */
  readonly quality: number;
}

/**
 * For each imported entry the own duties that it matches. Its best match counts fully, where it is one, and the others for
 * as much as they are rivals to it.
 * @param own the wording of the own duties and, behind it, of topics that are out of scope
 */
export function mapToOwnDuties(
  imported: readonly ImportedDuty[],
  dutyCount: number,
  own: PassageIndex,
  extractor: FeatureExtractor,
): DutyMapping[][] {
  const likeness = likenessOf(imported, dutyCount, own, extractor);
  // Most of a large catalogue is unlike our duties, and to read a title as if somebody had said it takes a while.
  const scores = imported.map((entry, at) =>
    likeness[at] === 0 ? null : scoreTitles(entry, dutyCount, own, extractor),
  );
  const bestOfOwn = new Float64Array(dutyCount);
  for (const score of scores) {
    score?.duties.forEach((value, duty) => (bestOfOwn[duty] = Math.max(bestOfOwn[duty]!, value)));
  }
  return scores.map((score, at) =>
    score === null ? [] : mappingsOf(score.duties, likeness[at]! * score.quality, bestOfOwn),
  );
}

function mappingsOf(duties: Float64Array, quality: number, bestOfOwn: Float64Array): DutyMapping[] {
  const most = Math.max(...duties);
  if (quality === 0 || most <= 0) return [];
  const rivalry = Array.from(duties, (score, own): DutyMapping => {
    return { own, weight: Math.max(0, score / Math.max(most, bestOfOwn[own]!)) ** rivalryPower };
  });
  const best = rivalry.sort((one, other) => other.weight - one.weight).slice(0, maxMappings);
  const first = best[0]!.weight;
  return best
    .filter(({ weight }) => weight > leastOfBest * first)
    .map(({ own, weight }) => ({ own, weight: (quality * weight) / first }));
}

/** The mean over the languages that the entry has a label in, and there over its titles. */
function scoreTitles(
  { labels, alternativeLabels }: ImportedDuty,
  dutyCount: number,
  own: PassageIndex,
  extractor: FeatureExtractor,
): TitleScores {
  const sum = new Float64Array(own.entryCount);
  let worded = 0;
  for (const language of catalogueLanguages) {
    const titles = [labels[language], ...(alternativeLabels[language] ?? []).slice(0, 3)];
    const said = titles.filter((text) => text !== undefined);
    if (said.length === 0) continue;
    worded += 1;
    for (const text of said) {
      const scores = scoreEntries(queryVectorOf(extractor.extract(wordsOf(text), language), own), own);
      scores.forEach((score, entry) => (sum[entry]! += score / said.length));
    }
  }
  const mean = sum.map((score) => score / Math.max(1, worded));
  const duties = mean.subarray(0, dutyCount);
  const most = Math.max(...duties);
  const beyond = Math.max(0, Math.max(...mean.subarray(dutyCount)) - most);
  const quality = (most - beyond - surelyOther) / (surelySame - surelyOther);
  return { duties, quality: Math.min(1, Math.max(0, quality)) };
}
