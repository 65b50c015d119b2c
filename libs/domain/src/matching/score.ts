import type { AskedSkill } from '../need/need.js';
import { dayMs } from '../time/instant.js';
import type { Candidate, NeedToMatch } from './candidate.js';
import { besideCap, type ExchangeRates } from './exchange-rates.js';
import type { Overlap } from './overlap.js';
import type { MatchingContext, PreparedNeed } from './prepared-need.js';

/** What a score is made of, and how much of it each part can give. The weights add up to 1. */
export const scoreWeights = {
  duties: 0.34,
  skills: 0.18,
  overlap: 0.14,
  price: 0.12,
  quality: 0.08,
  work: 0.05,
  response: 0.05,
  freshness: 0.04,
} as const;
export type ScorePart = keyof typeof scoreWeights;
export const scoreParts = Object.keys(scoreWeights) as readonly ScorePart[];

/** Scores are counted in millionths, so that the parts add up to the whole without rounding. */
export const wholeScore = 1_000_000;

export interface MatchScore {
  /** Millionths that each part gives. */
  readonly points: Readonly<Record<ScorePart, number>>;
  /** Their sum: 0 to 1 000 000. */
  readonly total: number;
}

/** Scores a candidate who passed the hard filters. Each part only grows when what it looks at gets better. */
export function scoreOf(
  prepared: PreparedNeed,
  candidate: Candidate,
  overlap: Overlap,
  context: MatchingContext,
): MatchScore {
  const values: Readonly<Record<ScorePart, number>> = {
    duties: dutyCoverage(prepared.need, candidate),
    skills: skillFit(prepared.need, candidate),
    overlap: overlap.share,
    price: priceFit(prepared, candidate, context.rates),
    quality: posteriorQuality(candidate, context.marketplaceQuality),
    work: onTimeShare(candidate),
    response: answeredShare(candidate.responses.answered, candidate.responses.missed),
    freshness: freshnessAt(Date.parse(candidate.listedAt), Date.parse(context.now)),
  };
  const points = Object.fromEntries(scoreParts.map((part) => [part, pointsOf(part, values[part])])) as Record<
    ScorePart,
    number
  >;
  return { points, total: scoreParts.reduce((sum, part) => sum + points[part], 0) };
}

/** Millionths that a part gives for a value, which counts from 0 to 1. */
export function pointsOf(part: ScorePart, value: number): number {
  return Math.round(scoreWeights[part] * Math.min(1, Math.max(0, value)) * wholeScore);
}

/** The lines that the assistant's duties cover, weighed by importance, 0 to 1. */
export function dutyCoverage(need: NeedToMatch, candidate: Pick<Candidate, 'dutyCodes'>): number {
  const offered = new Set(candidate.dutyCodes);
  const whole = need.lines.reduce((sum, line) => sum + line.importance, 0);
  const covered = need.lines.reduce((sum, line) => sum + (offered.has(line.dutyCode) ? line.importance : 0), 0);
  return whole === 0 ? 0 : covered / whole;
}

/** All skills that a need names: whoever matches has the required ones, and more of those or of the preferred ones is better. */
export const askedSkills = ({ requiredSkills, preferredSkills }: NeedToMatch): readonly AskedSkill[] => [
  ...requiredSkills,
  ...preferredSkills,
];

/** Reaching the asked level gives most of a skill, knowing more gives the rest; without asked skills all fit. */
export function skillFit(need: NeedToMatch, candidate: Pick<Candidate, 'skills'>): number {
  const asked = askedSkills(need);
  const whole = asked.reduce((sum, skill) => sum + skill.importance, 0);
  if (whole === 0) return 1;
  const levels = new Map(candidate.skills.map(({ skillCode, level }) => [skillCode, level]));
  const fit = asked.reduce((sum, { skillCode, minLevel, importance }) => {
    // Millionths add up the same in any order.
    return sum + importance * Math.round(levelFit(levels.get(skillCode) ?? 0, minLevel) * wholeScore);
  }, 0);
  return fit / whole / wholeScore;
}

const reached = 0.8;

export function levelFit(level: number, minLevel: number): number {
  if (level < minLevel) return (reached * level) / (minLevel + 1);
  return minLevel >= 5 ? 1 : reached + ((1 - reached) * (level - minLevel)) / (5 - minLevel);
}

/** 0 at the cap, 1 at half of it and below. */
function priceFit(prepared: PreparedNeed, { hourlyRate }: Candidate, rates: ExchangeRates): number {
  const compared = besideCap(prepared, hourlyRate, rates);
  return compared === null ? 0 : priceFitBeside(compared.price, compared.cap);
}

export function priceFitBeside(price: number, cap: number): number {
  return cap === 0 ? 0 : (2 * (cap - price)) / cap;
}

/** So many imagined reviews at the marketplace's mean stand beside the real ones, so that newcomers aren't buried. */
const priorReviews = 5;

/**
 * Mean of the Beta posterior over reviews, each of which counts as the part of the scale that it reaches; the prior is
 * the marketplace's own mean.
 */
export function posteriorQuality({ reviews }: Pick<Candidate, 'reviews'>, marketplaceQuality: number): number {
  const reachedScale = (reviews.scoreSum - reviews.count) / 4;
  return (priorReviews * marketplaceQuality + reachedScale) / (priorReviews + reviews.count);
}

/** Quality of a marketplace without reviews, as a part of the scale from 1 to 5: 4 of 5. */
const unreviewedQuality = 0.75;
/** It weighs as much as so many reviews, so that the first ones say little about everybody else. */
const unreviewedWeight = 200;
/** Steps of the scale in which the mean is told: what moves it by less than half of one moves nobody. */
const meanSteps = 100;

/**
 * Mean of all reviews of a marketplace as a part of the scale, 0 to 1: of two hundred imagined ones of 4 of 5 and the real ones,
 * to the hundredth. One first review thereby moves nobody but whom it is about.
 */
export function marketplaceQualityOf(reviews: Iterable<Candidate['reviews']>): number {
  let [count, scoreSum] = [0, 0];
  for (const one of reviews) {
    count += one.count;
    scoreSum += one.scoreSum;
  }
  const mean = (unreviewedWeight * unreviewedQuality + (scoreSum - count) / 4) / (unreviewedWeight + count);
  return Math.round(mean * meanSteps) / meanSteps;
}

/**
 * So much imagined work, of which this share was done on time, stands beside the real one: whoever has none yet isn't buried, and a first
 * piece of work moves nobody by much. The share is fixed, so what somebody does moves nobody but herself.
 */
const priorWork = { runs: 20, onTime: 18 } as const;

/** Mean of the Beta posterior over pieces of work that fell due, of which so many were done on time. */
export function onTimeShare({ work }: Pick<Candidate, 'work'>): number {
  return (priorWork.onTime + work.onTime) / (priorWork.runs + work.runs);
}

/** The share of invitations that were answered, beside two imagined ones of which one was. */
export function answeredShare(answered: number, missed: number): number {
  return (answered + 1) / (answered + missed + 2);
}

const freshDays = 180;

/** @param listedAt milliseconds since 1970, as is `now` */
export function freshnessAt(listedAt: number, now: number): number {
  return 1 - (now - listedAt) / (freshDays * dayMs);
}
