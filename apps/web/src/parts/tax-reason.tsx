import type { components } from '@ajudant/client';
import { Text } from '@mantine/core';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

/** Why a service is taxed as it is; nothing where there is no more to say than its rate. */
export function TaxReason({ reason }: { readonly reason: components['schemas']['TaxReasonDto'] }) {
  const t = useText();
  const format = useFormat();
  const { category, countryCode, since, vatId, confirmedOn } = reason;
  const says = (): string | null => {
    if (category === 'outside-scope') return t('words.tax-outside-scope');
    if (countryCode !== null && since !== null)
      return t('words.tax-standard', { country: format.country(countryCode), day: format.day(since) });
    if (vatId === null) return null;
    return confirmedOn === null
      ? t('words.tax-reverse-charge', { vatId })
      : t('words.tax-reverse-charge-confirmed', { vatId, day: format.day(confirmedOn) });
  };
  const sentence = says();
  return sentence === null ? null : (
    <Text size="sm" c="dimmed">
      {sentence}
    </Text>
  );
}
