import { Text } from '@mantine/core';
import { useText } from '../../texts/use-text';
import type { Suggestion } from './suggestion-queries';
import { useFigure, useMetricName } from './use-figure';

/** What is suggested: how it is, how it will be, what it takes, and by which figure that will be seen. */
export function SuggestionText({ suggestion }: { readonly suggestion: Suggestion }) {
  const t = useText();
  const figure = useFigure();
  const metricName = useMetricName();
  const { title, baseline, expectedEffect, measure, effort, target } = suggestion;
  return (
    <>
      <Text fw={600}>{title}</Text>
      <Text size="sm">{t('proposals.effect', { baseline, effect: expectedEffect, measure })}</Text>
      {effort === undefined ? null : <Text size="sm">{t('suggestions.takes', { effort })}</Text>}
      {target === undefined ? null : (
        <Text size="sm" c="dimmed">
          {t('suggestions.from-to', {
            what: metricName(target),
            from: figure(target, target.baseline),
            to: figure(target, target.expected),
          })}
        </Text>
      )}
    </>
  );
}
