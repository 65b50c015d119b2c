import { usualStandingTerms } from '#domain';
import { randomUUID } from 'node:crypto';
import { aReport } from './clearances.js';
import { work } from './engagements.js';
import { aListing } from './listings.js';
import { aSuggestion } from './suggestions.js';

const terms = {
  lines: [
    {
      lineId: 'inbox',
      dutyCode: 'inbox-triage',
      description: 'Triage the inbox',
      doneCriterion: 'Nothing is unread at noon',
      unit: 'sweep',
      volume: 5,
      cadence: 'weekly',
      accountable: [{ party: 'assistant' }],
      unitPrice: { amountMinor: 900, currency: 'EUR' },
    },
  ],
  channels: ['email'],
  responseTargetMinutes: 240,
  freeCancellationHours: 24,
  lateFeeBps: 5_000,
  silenceAcceptsAfterHours: 120,
  startsOn: '2030-01-01',
  endsOn: '2030-02-01',
};
const { timeZone, weeklyHours, daysOff, weeklyCapacityMinutes } = aListing;
/** Far ahead, so that nothing else is touched by it. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const because = { reason: 'Because' };
const { jurisdiction: _, ...report } = aReport();

const aRecord = { kind: 'expense', datedOn: '2026-03-02', description: 'Flour', totalMinor: 1_210 };

/**
 * By route, a body that is taken from whoever may send it, so that nothing but the right to do so is missing. Some name
 * what is theirs by its id.
 */
export const bodiesNaming = (ids: Readonly<Record<string, string>>): Readonly<Record<string, object>> => ({
  'POST /v1/admin/catalogue/imports': [{ id: 'post', en: 'Post parcels' }],
  'POST /v1/admin/catalogue/import-jobs': [{ id: 'post', en: 'Post parcels' }],
  'POST /v1/admin/catalogue/previews': [{ id: 'post', en: 'Post parcels' }],
  'POST /v1/admin/assignment-plans': {},
  'PUT /v1/notifications/:id/read': {},
  'PATCH /v1/webhooks/:id': { description: 'Ours now' },
  'POST /v1/webhooks/:id/redeliveries': { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
  'POST /v1/admin/bank-receipts/:id/repayment': { agencyId: ids['agencies'] },
  'POST /v1/admin/bank-receipts/:id/assignment': { businessId: ids['businesses'] },
  'POST /v1/admin/bank-statements': {},
  'POST /v1/admin/bank-fees': { bankReference: 'nobody-has-it' },
  'POST /v1/card-payments/:id/refunds': { amount: { amountMinor: 1_000, currency: 'EUR' } },
  'POST /v1/invoices/:id/reminders/waivers': { step: 1 },
  'POST /v1/admin/agencies/:id/commission-schedules': {
    effectiveOn: inDays(30).slice(0, 10),
    currency: 'EUR',
    tiers: [{ fromMinor: 0, bps: 1_000 }],
  },
  'POST /v1/admin/payout-batches': { currency: 'EUR' },
  'POST /v1/admin/journal/verification': {},
  'POST /v1/proposals': {
    needId: ids['needs'],
    assistantId: ids['assistants'],
    lines: [{ lineId: 'inbox', unitPrice: { amountMinor: 900, currency: 'EUR' } }],
  },
  'POST /v1/outside-calendars': {
    assistantId: ids['assistants'],
    address: 'https://127.0.0.1:9/nobody.ics',
    name: 'Mine',
  },
  'POST /v1/agreements': { needId: ids['needs'], assistantId: ids['assistants'] },
  'POST /v1/bookings': {
    agreementId: ids['agreements'],
    slots: [{ startAt: '2030-01-01T09:00:00.000Z', endAt: '2030-01-01T10:00:00.000Z' }],
  },
  'POST /v1/record-imports': { fileId: ids['files'], source: 'Bank', engagementId: ids['engagements'] },
  'POST /v1/record-imports/columns': { fileId: ids['files'], engagementId: ids['engagements'] },
  'POST /v1/records/readings': { fileId: ids['files'] },
  'PUT /v1/records/:id': aRecord,
  'POST /v1/records/:id/return': because,
  'POST /v1/businesses/:id/closed-months': { month: '2026-01' },
  'POST /v1/businesses/:id/record-retention/extensions': { year: 2015, until: '2030-01-01', reason: 'An audit' },
  'PATCH /v1/businesses/:id/record-books': { fiscalYearStartsOn: '01-01' },
  'POST /v1/invitations': {
    email: `${randomUUID()}@example.org`,
    roles: ['agency.assistant'],
    assistantId: ids['assistants'],
  },
  'POST /v1/invoices': { engagementId: ids['engagements'], periodFrom: '2026-01-01', periodTo: '2026-01-31' },
  'POST /v1/reviews': { engagementId: ids['engagements'], score: 1 },
  'PUT /v1/members/:userId/roles': { roles: ['agency.coordinator'] },
  'PATCH /v1/agencies/:id': { name: 'Ours now' },
  'POST /v1/admin/erasures/:id/refusal': because,
  'POST /v1/invoices/:id/credit-notes': { reason: 'The statement was for another month' },
  'PUT /v1/agencies/:id/numbering': { prefix: 'BCN', timeZone: 'Europe/Madrid' },
  'PUT /v1/agencies/:id/bank-account': { holder: 'Ours now', iban: 'ES9121000418450200051332' },
  'PUT /v1/agencies/:id/standing-terms': usualStandingTerms,
  'PUT /v1/agencies/:id/verification': { note: 'Seen' },
  'PUT /v1/agencies/:id/suspension': because,
  'PUT /v1/businesses/:id/response-hours': {
    weeklyHours: [{ weekday: 1, start: '09:00', end: '17:00' }],
    closedOn: [],
  },
  'PATCH /v1/businesses/:id': { name: 'Ours now' },
  'PUT /v1/assistants/:id': aListing,
  'PUT /v1/assistants/:id/availability': { timeZone, weeklyHours, daysOff, weeklyCapacityMinutes },
  'POST /v1/assistants/:id/withdrawal': because,
  'POST /v1/assistants/:id/clearances': aReport(),
  'POST /v1/assistants/:id/training/lessons/:lessonCode/answers': { answers: [] },
  'PUT /v1/assistants/:id/clearances/:clearanceId/report': report,
  'POST /v1/assistants/:id/clearances/:clearanceId/grant': { openActions: [] },
  'POST /v1/assistants/:id/clearances/:clearanceId/closed-actions': { itemCode: 'chair', note: 'Bought one' },
  'POST /v1/assistants/:id/clearances/:clearanceId/voiding': { reason: 'moved' },
  'PATCH /v1/needs/:id': { channels: ['email'] },
  'POST /v1/needs/:id/invitations': { agencyIds: [ids['agencies']] },
  'POST /v1/needs/:id/closing': { reason: 'withdrawn' },
  'PUT /v1/proposals/:id/adopted-suggestions': { suggestionIds: [] },
  'POST /v1/suggestion-requests': { needId: ids['needs'], agencyIds: [ids['agencies']] },
  'POST /v1/suggestion-requests/:id/answer': { suggestions: [aSuggestion()] },
  'PUT /v1/suggestion-requests/:id/adopted-suggestions': { suggestionIds: [] },
  'POST /v1/engagements/:id/suggestion-effects/:effectId/result': { value: 55 },
  'POST /v1/proposals/:id/acceptance': {},
  'POST /v1/proposals/:id/declination': {},
  'PUT /v1/agreements/:id/terms': terms,
  'POST /v1/agreements/:id/acceptances': { contentHash: 'a'.repeat(64) },
  'POST /v1/bookings/:id/cancellation': because,
  'POST /v1/bookings/:id/no-shows': { slots: ['2020-01-01T09:00:00.000Z'] },
  'POST /v1/bookings/:id/rescheduling': {
    slots: [{ startAt: '2030-01-01T09:00:00.000Z', endAt: '2030-01-01T10:00:00.000Z' }],
  },
  'POST /v1/absences': { kind: 'holiday', assistantId: ids['assistants'], startsAt: inDays(600), endsAt: inDays(601) },
  'POST /v1/access-grants': {
    engagementId: ids['engagements'],
    kind: 'mailbox',
    name: 'The inbox',
    purpose: 'Answer what customers ask',
    way: 'delegation',
  },
  'POST /v1/access-grants/:id/closure': { proof: { kind: 'note', value: 'Taken back in the settings' } },
  'POST /v1/disputes': {
    subject: { kind: 'invoice', id: ids['invoices'] },
    asks: { outcome: 'falls' },
    text: 'It was never done',
  },
  'POST /v1/disputes/:id/answer': { text: 'It was' },
  'POST /v1/admin/disputes/:id/settlement': { verdict: { outcome: 'stands' }, reason: 'It was done' },
  'POST /v1/substitutions': { engagementId: ids['engagements'], assistantId: ids['assistants'], temporary: true },
  'PUT /v1/substitutions/:id/handover': { howTos: [], accesses: [] },
  'POST /v1/substitutions/:id/declination': because,
  'POST /v1/absences/:id/end': {},
  'POST /v1/no-shows': { bookingId: ids['bookings'], slotStartsAt: '2030-01-01T09:00:00.000Z' },
  'POST /v1/time-entries': { engagementId: ids['engagements'], lineId: 'inbox' },
  'POST /v1/time-entries/:id/correction': {
    startedAt: '2026-01-05T09:00:00.000Z',
    endedAt: '2026-01-05T10:00:00.000Z',
  },
  'POST /v1/time-entries/:id/return': because,
  'POST /v1/engagements/:id/end': because,
  'POST /v1/engagements/:id/threads': { subject: 'Holidays', channel: 'email' },
  'POST /v1/engagements/:id/threads/:threadId/read': { upTo: 1 },
  'POST /v1/inbound-mails': {},
  'POST /v1/engagements/:id/channel-hooks': { channel: 'chat' },
  'POST /v1/engagements/:id/channel-switches': { from: 'email', to: 'phone', startsOn: '2030-01-01' },
  'POST /v1/engagements/:id/channel-switches/:switchId/acceptance': {},
  'POST /v1/engagements/:id/channel-switches/:switchId/declination': {},
  'POST /v1/engagements/:id/channel-switches/:switchId/withdrawal': {},
  'POST /v1/engagements/:id/outside-messages': {
    channel: 'email',
    externalId: 'mail-1@business.example',
    writtenBy: 'business',
    saidAt: '2026-01-05T09:00:00.000Z',
    text: 'Hello',
  },
  'POST /v1/engagements/:id/messages': { threadId: ids['threads'], text: 'Hello' },
  'POST /v1/engagements/:id/messages/:messageId/settlement': { as: 'withdrawn' },
  'POST /v1/engagements/:id/notice': because,
  'POST /v1/engagements/:id/duty-runs/:runId/done': work(),
  'POST /v1/engagements/:id/duty-runs/:runId/acceptance': { quality: 5 },
  'POST /v1/engagements/:id/duty-runs/:runId/return': because,
  'POST /v1/duty-suggestions/:id/corrections': { dutyCodes: ['inbox-triage'] },
});
