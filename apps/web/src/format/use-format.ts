import { useIntl } from 'react-intl';
import { type Format, formatOf } from './format-of';

export type { Format, Money } from './format-of';
export { readersZone } from './readers-zone';

/** One a language: what Intl makes of a style is dear, and a list of rows would make it for each. */
const formats = new Map<string, Format>();

/** Figures, days and times as the reader's language writes them. */
export function useFormat(): Format {
  const { locale } = useIntl();
  let format = formats.get(locale);
  if (format === undefined) formats.set(locale, (format = formatOf(locale)));
  return format;
}
