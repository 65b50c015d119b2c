import type { AssistantDto, AvailabilityDto, ListAssistantDto } from '#contracts';
import { type Assistant, type Currency, jurisdictionOf, listingOf } from '#domain';
import type { Versioned } from '#platform/database';
import { referenceOf } from '#text';
import type { AssistantChanges } from './edit-assistant.js';

/** The whole listing; that the currency is one of ours is for the domain to say. */
export function listingOfDto({ daysOff, externalRef, hourlyRate, ...listing }: ListAssistantDto) {
  const { amountMinor, currency } = hourlyRate;
  return {
    listing: listingOf({
      ...listing,
      externalRef: typeof externalRef === 'string' ? referenceOf(externalRef) : null,
      hourlyRate: { amountMinor, currency: currency as Currency },
    }),
    daysOff,
  };
}

export const availabilityOfDto = ({ daysOff, ...listing }: AvailabilityDto): AssistantChanges => ({ listing, daysOff });

export function assistantDto({ state, version }: Versioned<Assistant>): AssistantDto {
  const { assistantId, agencyId, status, daysOff, createdAt } = state;
  const { skills, dutyCodes, languages, weeklyHours, ...listing } = listingOf(state);
  return {
    id: assistantId,
    agencyId,
    status,
    ...listing,
    skills: [...skills],
    dutyCodes: [...dutyCodes],
    languages: [...languages],
    weeklyHours: [...weeklyHours],
    daysOff: [...daysOff],
    clearanceJurisdiction: jurisdictionOf(listing.countryCode),
    createdAt,
    listedAt: state.status === 'draft' ? null : state.listedAt,
    version,
  };
}
