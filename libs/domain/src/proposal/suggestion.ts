import { isBlank, textLength } from '#text';
import type { FieldPath } from '../domain-error.js';
import { demand } from '../policy.js';

/** What an effect can be counted from; a `number` is one that the business gives. */
export const suggestionMetrics = [
  'response-median',
  'response-p90',
  'run-minutes',
  'runs-on-time',
  'runs-accepted-first-time',
  'number',
] as const;
export type SuggestionMetric = (typeof suggestionMetrics)[number];

/** The figure by which it will be seen whether a suggestion worked, as it is and as it is expected to be. */
export interface SuggestionTarget {
  readonly metric: SuggestionMetric;
  /** Whose runs are counted; null of all other metrics. */
  readonly dutyCode: string | null;
  /** What a number that the business gives is of; null of all other metrics. */
  readonly unit: string | null;
  /** Minutes of the business's hours, minutes of work a unit, percent, or the unit's own. */
  readonly baseline: number;
  readonly expected: number;
}

/** A way to streamline the business's work; adopted, it is part of the agreement, and its effect is measured later. */
export interface Suggestion {
  readonly suggestionId: string;
  readonly title: string;
  /** How it is today. */
  readonly baseline: string;
  readonly expectedEffect: string;
  /** How the effect is measured. */
  readonly measure: string;
  /** What it takes to get there; left out by suggestions of before this was asked. */
  readonly effort?: string | undefined;
  /** Left out where no figure was named: then the business says in a word whether it worked. */
  readonly target?: SuggestionTarget | undefined;
}

export const suggestionBounds = { unitCharacters: 60, highestFigure: 1_000_000_000 } as const;

const ofRuns: ReadonlySet<SuggestionMetric> = new Set(['run-minutes', 'runs-on-time', 'runs-accepted-first-time']);
const inPercent: ReadonlySet<SuggestionMetric> = new Set(['runs-on-time', 'runs-accepted-first-time']);

/** A figure that can be counted, and that is to change. @throws DomainError `suggestion.…` */
export function demandMeasurable(
  { metric, dutyCode, unit, baseline, expected }: SuggestionTarget,
  at: FieldPath,
): void {
  const needsDuty = ofRuns.has(metric);
  demand(needsDuty === (dutyCode !== null), 'suggestion.duty-of-figure', { at: [...at, 'dutyCode'], metric });
  const needsUnit = metric === 'number';
  const hasUnit = unit !== null && !isBlank(unit) && textLength(unit) <= suggestionBounds.unitCharacters;
  demand(needsUnit ? hasUnit : unit === null, 'suggestion.unit-of-figure', { at: [...at, 'unit'], metric });
  const highest = inPercent.has(metric) ? 100 : suggestionBounds.highestFigure;
  for (const [name, figure] of [['baseline', baseline] as const, ['expected', expected] as const]) {
    const isWithin = Number.isSafeInteger(figure) && figure >= 0 && figure <= highest;
    demand(isWithin, 'suggestion.figure-out-of-range', { at: [...at, name], from: 0, to: highest });
  }
  demand(baseline !== expected, 'suggestion.nothing-expected', { at: [...at, 'expected'] });
}

/** Part by part, so that nothing that happens to hang on it gets into what is kept, hashed and sent. */
export const suggestionOf = ({
  suggestionId,
  title,
  baseline,
  expectedEffect,
  measure,
  effort,
  target,
}: Suggestion): Suggestion => ({
  suggestionId,
  title,
  baseline,
  expectedEffect,
  measure,
  ...(effort !== undefined && { effort }),
  ...(target && {
    target: {
      metric: target.metric,
      dutyCode: target.dutyCode,
      unit: target.unit,
      baseline: target.baseline,
      expected: target.expected,
    },
  }),
});
