import type { SuggestionMetric } from '../proposal/suggestion.js';
import { figuresOf, type Waits } from '../response-time/response-figures.js';

/** What was done of a duty in the time that is looked at. Shares are basis points. */
export interface RunsOfDuty {
  readonly units: number;
  readonly minutes: number;
  /** Null where nothing says it. */
  readonly doneOnTimeBps: number | null;
  readonly acceptedFirstTimeBps: number | null;
}

/** From waits of customers: minutes, or null below twenty enquiries. */
export function countedFromWaits(metric: SuggestionMetric, waits: Waits): number | null {
  const { medianMinutes, p90Minutes } = figuresOf(waits);
  if (metric === 'response-median') return medianMinutes;
  return metric === 'response-p90' ? p90Minutes : null;
}

/** From runs: minutes a unit or percent, to the whole; null where none says it. */
export function countedFromRuns(metric: SuggestionMetric, runs: RunsOfDuty): number | null {
  switch (metric) {
    case 'run-minutes':
      return runs.units === 0 ? null : Math.round(runs.minutes / runs.units);
    case 'runs-on-time':
      return percentOf(runs.doneOnTimeBps);
    case 'runs-accepted-first-time':
      return percentOf(runs.acceptedFirstTimeBps);
    default:
      return null;
  }
}

const percentOf = (bps: number | null): number | null => (bps === null ? null : Math.round(bps / 100));
