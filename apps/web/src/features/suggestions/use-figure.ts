import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { useDutyLabel } from '../catalogue/use-catalogue';
import type { SuggestionTarget } from './suggestion-queries';

type Counted = Pick<SuggestionTarget, 'dutyCode' | 'metric' | 'unit'>;

/** A figure of a target as people say it: minutes, percent, or the unit's own. */
export function useFigure(): (target: Counted, value: number) => string {
  const format = useFormat();
  return ({ metric, unit }, value) => {
    switch (metric) {
      case 'response-median':
      case 'response-p90':
      case 'run-minutes':
        return format.minutes(value);
      case 'runs-on-time':
      case 'runs-accepted-first-time':
        return format.share(value / 100);
      case 'number':
        return `${format.number(value)} ${unit ?? ''}`;
    }
  };
}

/** What is counted, in words. */
export function useMetricName(): (target: Counted) => string {
  const t = useText();
  const label = useDutyLabel();
  return ({ metric, dutyCode, unit }) =>
    metric === 'number'
      ? t('suggestions.metric-number', { unit: unit ?? '' })
      : t(`suggestions.metric-${metric}`, { duty: label(dutyCode ?? '') });
}
