import type { ChangedField } from '../../parts/changed-meanwhile';
import type { TextId } from '../../texts/text-id';
import type { Text } from '../../texts/use-text';
import type { Listing } from './listing-queries';

const names: Readonly<Record<keyof Listing, TextId>> = {
  displayName: 'listing.name',
  professionalTitle: 'listing.title',
  countryCode: 'listing.country',
  externalRef: 'listing.ref',
  hourlyRate: 'listing.rate',
  instantBooking: 'listing.instant',
  dutyCodes: 'listing.duties',
  languages: 'listing.languages',
  skills: 'listing.skills',
  timeZone: 'listing.zone',
  weeklyHours: 'listing.week',
  daysOff: 'listing.days-off',
  weeklyCapacityMinutes: 'listing.capacity',
};

/** What somebody else changed of a listing; both values where a word each says them. */
export function changedListing(field: keyof Listing, before: unknown, now: unknown, t: Text): ChangedField {
  const what = t(names[field]);
  return typeof before === 'string' && typeof now === 'string' ? { what, before, now } : { what };
}
