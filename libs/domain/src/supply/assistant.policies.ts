import { isBlank } from '#text';
import { isCurrency } from '../billing/money/currency.js';
import { assertDuty, assertLanguages, assertSkills } from '../capability/capability.policies.js';
import type { AgencyStatus } from '../organisation/agency.js';
import { demand, type Policy } from '../policy.js';
import { assertDateRange, addDays } from '../time/local-date.js';
import type { DateRange } from '../time/slot.js';
import { normaliseWeeklyHours } from '../time/weekly-hours.js';
import { assertTimeZone } from '../time/zone.js';
import type { Assistant, AssistantContext, ListingDetails } from './assistant.js';

/** A listing on its way into a fact, with what it is judged by. */
export interface ListingInContext {
  readonly listing: ListingDetails;
  /** As it was until now; null for a new one. */
  readonly before: ListingDetails | null;
  readonly context: AssistantContext;
}

const minutesOfWeek = 7 * 24 * 60;
export const maxDaysOffRanges = 200;

/** What holds for every listing, a draft as well. */
export const listingPolicies: readonly Policy<ListingInContext>[] = [
  function namesTheAssistant({ listing }) {
    demand(!isBlank(listing.displayName), 'assistant.name-missing', { at: ['displayName'] });
  },
  function saysWhatTheyCallThemselves({ listing }) {
    demand(!isBlank(listing.professionalTitle), 'assistant.title-missing', { at: ['professionalTitle'] });
  },
  function namesTheCountry({ listing }) {
    demand(/^[A-Z]{2}$/.test(listing.countryCode), 'assistant.bad-country', { at: ['countryCode'] });
  },
  function worksInAZone({ listing }) {
    assertTimeZone(listing.timeZone, ['timeZone']);
  },
  function hasSkillsOfTheCatalogue({ listing, context }) {
    assertSkills('assistant', listing.skills, context.catalogue.skillCodes, ['skills']);
  },
  function offersDutiesOfTheCatalogue({ listing, before, context }) {
    listing.dutyCodes.forEach((dutyCode, index) => {
      const at = ['dutyCodes', index];
      assertDuty('assistant', dutyCode, context.catalogue, before?.dutyCodes ?? [], at);
      demand(listing.dutyCodes.indexOf(dutyCode) === index, 'assistant.duty-twice', { at, dutyCode });
    });
  },
  function speaksLanguages({ listing }) {
    assertLanguages('assistant', listing.languages, ['languages']);
  },
  function hasARate({ listing: { hourlyRate } }) {
    demand(isCurrency(hourlyRate.currency), 'money.unknown-currency', { at: ['hourlyRate', 'currency'] });
    const details = { at: ['hourlyRate', 'amountMinor'], amountMinor: hourlyRate.amountMinor };
    demand(Number.isSafeInteger(hourlyRate.amountMinor), 'money.not-an-integer', details);
    demand(hourlyRate.amountMinor > 0, 'assistant.rate-not-positive', details);
  },
  function worksInHoursThatExist({ listing }) {
    normaliseWeeklyHours(listing.weeklyHours, ['weeklyHours']);
  },
  function hasACapacityThatAWeekHolds({ listing: { weeklyCapacityMinutes: minutes } }) {
    const fits = Number.isInteger(minutes) && minutes >= 0 && minutes <= minutesOfWeek;
    demand(fits, 'assistant.bad-capacity', { at: ['weeklyCapacityMinutes'], minutes, max: minutesOfWeek });
  },
  function isNamedInTheRoster({ listing: { externalRef } }) {
    const named = externalRef === null || !isBlank(externalRef);
    demand(named, 'assistant.external-ref-missing', { at: ['externalRef'] });
  },
];

/** What businesses have to be able to rely on, as long as the listing is published. */
export const publishedListingPolicies: readonly Policy<ListingInContext>[] = [
  function offersADuty({ listing }) {
    demand(listing.dutyCodes.length > 0, 'assistant.no-duties', { at: ['dutyCodes'] });
  },
  function speaksALanguage({ listing }) {
    demand(listing.languages.length > 0, 'assistant.no-languages', { at: ['languages'] });
  },
  function hasWorkingHours({ listing }) {
    demand(listing.weeklyHours.length > 0, 'assistant.no-hours', { at: ['weeklyHours'] });
  },
  function hasCapacity({ listing }) {
    demand(listing.weeklyCapacityMinutes > 0, 'assistant.no-capacity', { at: ['weeklyCapacityMinutes'] });
  },
];

export const publishingPolicies: readonly Policy<ListingInContext>[] = [
  function isOfAVerifiedAgency({ context: { agencyStatus } }) {
    demand(agencyStatus === 'verified', 'assistant.agency-not-verified', { agencyStatus });
  },
  ...publishedListingPolicies,
];

/**
 * Days off in order, those that touch as one range.
 * @throws DomainError `assistant.too-many-days-off`, `time.bad-date`, `time.bad-range`
 */
export function normaliseDaysOff(daysOff: readonly DateRange[]): DateRange[] {
  const few = daysOff.length <= maxDaysOffRanges;
  demand(few, 'assistant.too-many-days-off', { at: ['daysOff'], max: maxDaysOffRanges });
  daysOff.forEach((range, index) => assertDateRange(range, ['daysOff', index]));
  const merged: { from: string; to: string }[] = [];
  for (const { from, to } of [...daysOff].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to;
    else merged.push({ from, to });
  }
  return merged;
}

/** Whether the assistant can be had at once, without a proposal: the listing says so, and it stands. */
export const allowsInstantBooking = (assistant: Assistant, agencyStatus: AgencyStatus): boolean =>
  assistant.status === 'published' && assistant.instantBooking && agencyStatus === 'verified';
