import type { Heard } from './candidates.js';
import { spaceNames, type SpaceName } from './features.js';

/**
 * How likely something is meant, by logistic regression on all judged texts that are there for tuning
 * (`tools/bench/plain-words`, which prints how well what is said agrees with what is so).
 */
interface Weights {
  readonly intercept: number;
  /** For the logarithm of the best score. */
  readonly best: number;
  /** For how far the best score is from the second. */
  readonly lead: number;
  /** For how much more a topic scores that no duty is about. */
  readonly outOfScope: number;
  /** For the mean score of the own duties. */
  readonly background: number;
  /** For few words, which can't score much. */
  readonly short: number;
  /** For the logarithm of the best score's share of what no duty is about. */
  readonly ratio: number;
}

/**
 * Fitted to texts that were read by an index without a third of the phrases, each third once: the texts were there while phrases
 * were written, and what owners say tomorrow wasn't.
 */
const scopeWeights: Weights = {
  intercept: -6.18,
  best: 1.06,
  lead: -0.9,
  outOfScope: -3.04,
  background: 15.08,
  short: 6.88,
  ratio: 1.68,
};
/** The same of what each kind of feature tells, beside the scores. */
const signWeights: Readonly<Record<SpaceName, { readonly nearness: number; readonly leaning: number }>> = {
  stems: { nearness: -1.8, leaning: 0.61 },
  characterNGrams: { nearness: -0.91, leaning: 1.37 },
  concepts: { nearness: -0.14, leaning: 0.55 },
};
const meantWeights: Weights = {
  intercept: -0.84,
  best: 0.98,
  lead: 5.63,
  outOfScope: -0.52,
  background: -1.48,
  short: 4.7,
  ratio: 0.14,
};
/** Of a duty behind the best: by the odds of the best one, and by the logarithm of its share of the score. */
const behind = { intercept: -0.8, ofBest: 0.22, share: 4.83 } as const;
/** Of what one clause of several wants, by the odds that the clause alone gives it: most clauses are part of one wish. */
const ofClause = { intercept: -1.82, odds: 0.4 } as const;

/** How likely words speak of work like the duties' at all, 0 to 1. */
export const scopeOf = (heard: Heard): number =>
  fromLogit(logitOf({ ...heard, scores: heard.scopeScores }, scopeWeights) + logitOfSigns(heard));

/** How likely the duty that scores most is meant, 0 to 1. */
export const confidenceOfBest = (heard: Heard): number => fromLogit(logitOf(heard, meantWeights));

/** How likely the duty that one clause of several scores most is meant beside the others, 0 to 1. */
export const confidenceOfWish = (clause: Heard): number =>
  fromLogit(ofClause.intercept + ofClause.odds * logitOf(clause, meantWeights));

/**
 * How likely another is meant, 0 to 1.
 * @param share its score as a part of the best one's
 */
export function confidenceBehind(ofBest: number, share: number): number {
  const logit = Math.log(ofBest / (1 - ofBest));
  return Math.min(ofBest, fromLogit(behind.intercept + behind.ofBest * logit + behind.share * Math.log(share)));
}

function logitOf(
  { scores, outOfScope, background, wordCount }: Omit<Heard, 'scopeScores' | 'signs'>,
  weights: Weights,
): number {
  let [best, second] = [0, 0];
  for (const score of scores) {
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  return (
    weights.intercept +
    weights.best * Math.log(best + 0.05) +
    weights.lead * (best - second) +
    weights.outOfScope * (outOfScope - best) +
    weights.background * background +
    weights.short / (1 + wordCount) +
    weights.ratio * Math.log((best + 0.03) / (outOfScope + 0.03))
  );
}

function logitOfSigns({ signs: { nearness, leaning } }: Heard): number {
  return spaceNames.reduce(
    (sum, name) => sum + signWeights[name].nearness * nearness[name] + signWeights[name].leaning * leaning[name],
    0,
  );
}

const fromLogit = (logit: number): number => 1 / (1 + Math.exp(-logit));
