import type { Format } from '../../format/use-format';
import type { Text } from '../../texts/use-text';
import type { Entry } from './use-shortlist';

/** The computation behind a place, as a sentence in the reader's language. */
export function whyOf(
  { displayName, explanation }: Entry,
  need: { lines: readonly unknown[] },
  t: Text,
  format: Format,
): string {
  const { sharedMinutes, askedMinutes, matchedDuties, hourlyRate, hourlyRateCap, reviews } = explanation;
  return t('shortlist.why', {
    name: displayName ?? '',
    shared: format.minutes(sharedMinutes),
    asked: format.minutes(askedMinutes),
    matched: matchedDuties.length,
    duties: need.lines.length,
    rate: format.money(hourlyRate),
    cap: format.money(hourlyRateCap),
    reviews: reviews.count,
    mean: reviews.mean === null ? '' : format.number(Math.round(reviews.mean * 10) / 10),
  });
}
