import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Assistant = components['schemas']['AssistantDto'];
export type Listing = components['schemas']['ListAssistantDto'];
export type Availability = components['schemas']['AvailabilityDto'];

/** One assistant of one's own agency, or oneself, with the version that a change has to name. */
export const listingQuery = (id: string) =>
  queryOptions({
    queryKey: ['roster', id],
    queryFn: () => client.answer(client.api.GET('/v1/assistants/{id}', { params: { path: { id } } })),
  });

/** What a change of the listing makes outdated. */
export const outdatedByListing = [['roster'], ['published'], ['assistant-name']];

export const availabilityOf = ({ timeZone, weeklyHours, daysOff, weeklyCapacityMinutes }: Assistant): Availability => ({
  timeZone,
  weeklyHours,
  daysOff,
  weeklyCapacityMinutes,
});

/** What a listing says, without what is the marketplace's to say. */
export function listingOf(assistant: Assistant): Listing {
  const { displayName, professionalTitle, countryCode, skills, dutyCodes, languages, hourlyRate, instantBooking } =
    assistant;
  return {
    ...availabilityOf(assistant),
    displayName,
    professionalTitle,
    countryCode,
    skills,
    dutyCodes,
    languages,
    hourlyRate,
    instantBooking,
    externalRef: assistant.externalRef,
  };
}
