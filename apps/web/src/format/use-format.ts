import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { type Format, formatOf } from './format-of';

export type { Format, Money } from './format-of';
export { readersZone } from './readers-zone';

/** Figures, days and times as the reader's language writes them. */
export function useFormat(): Format {
  const { locale } = useIntl();
  return useMemo(() => formatOf(locale), [locale]);
}
