import type { AgencyId, AssistantId } from '../ids.js';
import type { ListingDetails, PublishedAssistant } from './assistant.js';

/** For specs: Núria, who works in Vic on Monday mornings. */
export const listing: ListingDetails = {
  displayName: 'Núria',
  professionalTitle: 'online assistant',
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  skills: [{ skillCode: 'email', level: 4 }],
  dutyCodes: ['inbox-triage'],
  languages: [{ language: 'ca', level: 'C2' }],
  hourlyRate: { amountMinor: 1850, currency: 'EUR' },
  weeklyHours: [{ weekday: 1, start: '09:00', end: '14:00' }],
  weeklyCapacityMinutes: 1200,
  instantBooking: true,
  externalRef: 'N-7',
};
export const publishedAssistant: PublishedAssistant = {
  status: 'published',
  assistantId: 'assistant-1' as AssistantId,
  agencyId: 'agency-1' as AgencyId,
  createdAt: '2026-03-02T09:00:00.000Z',
  listedAt: '2026-03-02T09:00:00.000Z',
  ...listing,
  daysOff: [],
};
