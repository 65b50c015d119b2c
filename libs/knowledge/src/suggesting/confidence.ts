import type { Heard } from './candidates.js';

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

const scopeWeights: Weights = {
  intercept: -4.64,
  best: 0.76,
  lead: -1.6,
  outOfScope: -1.67,
  background: 10.77,
  short: 4.2,
  ratio: 3.13,
};
const meantWeights: Weights = {
  intercept: -0.88,
  best: 0.75,
  lead: 4.3,
  outOfScope: -0.4,
  background: -1.13,
  short: 3.59,
  ratio: 0.11,
};
/** Of a duty behind the best: by the odds of the best one, and by the logarithm of its share of the score. */
const behind = { intercept: -0.73, ofBest: 0.29, share: 4.83 } as const;
/** Of what one clause of several wants, by the odds that the clause alone gives it: most clauses are part of one wish. */
const ofClause = { intercept: -1.69, odds: 0.53 } as const;

/** How likely words speak of work like the duties' at all, 0 to 1. */
export const scopeOf = (heard: Heard): number => fromLogit(logitOf(heard, scopeWeights));

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

function logitOf({ scores, outOfScope, background, wordCount }: Heard, weights: Weights): number {
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

const fromLogit = (logit: number): number => 1 / (1 + Math.exp(-logit));
