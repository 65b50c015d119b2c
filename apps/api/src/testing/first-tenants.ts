import type { AgencyId } from '#domain';
import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { dayAheadOf } from './days.js';
import { anAcceptedRun, type Engaged, anEngagement, firstRunOf } from './engagements.js';
import { anHourlyEngagement, aRunningTimer } from './hours.js';
import { aFile } from './files.js';
import { anAdoptedSuggestion } from './suggestions.js';
import { aKey } from './memberships.js';
import { aChannelHook, aChannelSwitch, aQuestion } from './conversations.js';
import { aSubstitution } from './substitutes.js';
import { aNeed } from './needs.js';
import { aPayout } from './payments.js';
import { anAdministrator, type SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

export interface FirstTenants extends Engaged {
  /** What they have, by the segment of the path that its id follows. */
  readonly ids: Readonly<Record<string, string>>;
}

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** An agency and a business that work together, with one resource of every kind; nobody else is invited to any. */
export async function firstTenants(api: TestApi): Promise<FirstTenants> {
  const engaged = await anEngagement(api);
  const { agency, business, assistantId } = engaged;
  const invitedAgencyIds = [agency.organisationId as AgencyId];
  const needId = await aNeed(api, business, { openToProposals: false, invitedAgencyIds });
  const lines = [
    { lineId: 'inbox', unitPrice: euros(900) },
    { lineId: 'receipts', unitPrice: euros(55) },
  ];
  const proposal = await api.http
    .post('/v1/proposals')
    .set(agency.headers())
    .send({ needId, assistantId, lines })
    .expect(201);
  const clearances = await api.http.get(`/v1/assistants/${assistantId}/clearances`).set(agency.headers()).expect(200);
  await api.http.post(`/v1/assistants/${assistantId}/training`).set(agency.headers()).expect(201);
  const members = await api.http.get('/v1/members').set(agency.headers()).expect(200);
  const suggestion = await api.http
    .post('/v1/duty-suggestions')
    .set({ ...business.headers(), prefer: 'wait=0' })
    .send({ text: 'my inbox eats my mornings' })
    .expect(202);
  const absence = await anAbsenceAhead(api, engaged);
  const accessGrantId = await anAccess(api, engaged);
  const substitution = await aSubstitution(api, engaged);
  const administrator = await anAdministrator(api);
  const plan = await api.http.post('/v1/admin/assignment-plans').set(administrator.headers()).expect(202);
  const enquiry = await api.http
    .post('/v1/enquiries')
    .set(business.headers())
    .send({ reference: '1', openedAt: new Date(Date.parse(api.clock.now()) - 3_600_000).toISOString() })
    .expect(201);
  const [runId, invoiceId] = [(await firstRunOf(api, engaged)).id, await anInvoice(api, engaged)];
  const { receiptId, batchId, payoutId } = await aPayout(api, agency, invoiceId);
  const outsideCalendar = await api.http
    .post('/v1/outside-calendars')
    .set(agency.headers())
    .send({ assistantId, address: 'http://127.0.0.1:9/nobody.ics', name: 'Mine' })
    .expect(201);
  const mailbox = await api.http
    .post('/v1/mailboxes')
    .set(business.headers())
    .send({ host: '127.0.0.1', port: 9, security: 'none', userName: 'shop@bakery.example', password: 'for apps' })
    .expect(201);
  const feed = await api.http.post('/v1/calendar-feeds').set(agency.headers()).send({}).expect(201);
  const webhook = await api.http
    .post('/v1/webhooks')
    .set(agency.headers())
    .send({ url: 'http://127.0.0.1:9/nobody', types: ['payout.returned.v1'] })
    .expect(201);
  const told = await eventually(async () => {
    const { body } = await api.http.get('/v1/notifications').set(business.headers()).expect(200);
    expect(body.items.length).toBeGreaterThan(0);
    return body.items as { id: string }[];
  });
  const { requestId, effectId } = await anAdoptedSuggestion(api, engaged);
  const { threadId, messageId } = await aQuestion(api, engaged);
  const [switchId, hookId] = [await aChannelSwitch(api, engaged), await aChannelHook(api, engaged)];
  const ids = {
    agencies: agency.organisationId,
    files: await aFile(api, business),
    records: await aRecord(api, business),
    'record-rules': await aRule(api, business),
    'tax-packs': await aTaxPack(api, business),
    'import-jobs': randomUUID(),
    businesses: business.organisationId,
    assistants: assistantId,
    clearances: clearances.body.items[0].id as string,
    lessons: 'screen',
    needs: needId,
    proposals: proposal.body.id as string,
    agreements: engaged.id,
    bookings: engaged.bookingId,
    absences: absence,
    'access-grants': accessGrantId,
    substitutions: substitution.id,
    engagements: engaged.id,
    enquiries: enquiry.body.id as string,
    'duty-runs': runId,
    'time-entries': await aRunningTimer(api, await anHourlyEngagement(api, engaged, business)),
    'suggestion-requests': requestId,
    'suggestion-effects': effectId,
    threads: threadId,
    messages: messageId,
    'channel-hooks': hookId,
    'channel-switches': switchId,
    invoices: invoiceId,
    disputes: await aDispute(api, engaged, invoiceId),
    'credit-notes': await aCreditNote(api, engaged, invoiceId),
    // Out of what the credit note has given back.
    refunds: await aRefund(api, business),
    'bank-receipts': receiptId,
    'card-payments': randomUUID(),
    'payout-batches': batchId,
    payouts: payoutId,
    reviews: await aReview(api, engaged),
    'duty-suggestions': suggestion.body.id as string,
    members: members.body.items[0].userId as string,
    'api-keys': (await aKey(api, agency.token, ['members:read'])).id,
    'dead-letters': randomUUID(),
    sessions: randomUUID(),
    erasures: randomUUID(),
    'data-exports': randomUUID(),
    invitations: randomUUID(),
    notifications: told[0]!.id,
    'assignment-plans': plan.body.id as string,
    mailboxes: mailbox.body.id as string,
    'outside-calendars': outsideCalendar.body.id as string,
    'calendar-feeds': feed.body.id as string,
    webhooks: webhook.body.id as string,
    deliveries: randomUUID(),
  };
  return { ...engaged, ids };
}

/** A holiday that is far enough away to be in nobody's way. */
async function anAbsenceAhead(api: TestApi, { agency, assistantId }: Engaged): Promise<string> {
  const inDays = (days: number): string => new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();
  const reported = await api.http
    .post('/v1/absences')
    .set(agency.headers())
    .send({ kind: 'holiday', assistantId, startsAt: inDays(500), endsAt: inDays(501) })
    .expect(201);
  return reported.body.id as string;
}

/** Of a part, so that there is something left to take back. */
async function aCreditNote(api: TestApi, { agency }: Engaged, invoiceId: string): Promise<string> {
  const issued = await api.http
    .post(`/v1/invoices/${invoiceId}/credit-notes`)
    .set(agency.headers())
    .send({ reason: 'Ten receipts were filed twice', amount: euros(500) })
    .expect(201);
  return issued.body.id as string;
}

async function aRefund(api: TestApi, business: SignedIn): Promise<string> {
  const account = { holder: 'Forn', iban: 'ES9121000418450200051332' };
  const asked = api.http.post('/v1/refunds').set(business.headers());
  return (await asked.send({ amount: euros(100), account }).expect(201)).body.id as string;
}

/** About an invoice whose money has left already. */
async function aDispute(api: TestApi, { business }: Engaged, invoiceId: string): Promise<string> {
  const opened = await api.http
    .post('/v1/disputes')
    .set(business.headers())
    .send({ subject: { kind: 'invoice', id: invoiceId }, asks: { outcome: 'falls' }, text: 'It was never done' })
    .expect(201);
  return opened.body.id as string;
}

async function anAccess(api: TestApi, { id, business }: Engaged): Promise<string> {
  const given = { kind: 'mailbox', name: 'The inbox', purpose: 'Answer what customers ask', way: 'delegation' };
  const answer = await api.http
    .post('/v1/access-grants')
    .set(business.headers())
    .send({ engagementId: id, ...given })
    .expect(201);
  return answer.body.id as string;
}

/** For the line that is done once. */
async function anInvoice(api: TestApi, engaged: Engaged): Promise<string> {
  await anAcceptedRun(api, engaged, 'receipts', 40);
  const today = dayAheadOf(api.clock, 0);
  const issued = await api.http
    .post('/v1/invoices')
    .set(engaged.agency.headers())
    .send({ engagementId: engaged.id, periodFrom: '2026-01-01', periodTo: today })
    .expect(201);
  return issued.body.id as string;
}

/** Of the engagement, which it ends. */
async function aReview(api: TestApi, { id, business }: Engaged): Promise<string> {
  await api.http
    .post(`/v1/engagements/${id}/end`)
    .set(business.headers())
    .send({ reason: 'All is in order now' })
    .expect(200);
  const given = await api.http
    .post('/v1/reviews')
    .set(business.headers())
    .send({ engagementId: id, score: 5 })
    .expect(201);
  return given.body.id as string;
}

async function aRecord(api: TestApi, business: SignedIn): Promise<string> {
  const { body } = await api.http
    .post('/v1/records')
    .set(business.headers())
    .send({ kind: 'expense', datedOn: dayAheadOf(api.clock, 0), description: 'Flour', totalMinor: 1_210 })
    .expect(201);
  return body.id as string;
}

async function aTaxPack(api: TestApi, business: SignedIn): Promise<string> {
  const asked = api.http.post('/v1/tax-packs').set(business.headers());
  const { body } = await asked.send({ year: Number(api.clock.now().slice(0, 4)) }).expect(202);
  return eventually(async () => {
    const pack = await api.http.get(`/v1/tax-packs/${body.id}`).set(business.headers()).expect(200);
    expect(pack.body.status).toBe('ready');
    return body.id as string;
  });
}

async function aRule(api: TestApi, business: SignedIn): Promise<string> {
  const rule = { kind: 'bank-line', contains: 'savings account', category: 'transfer' };
  const { body } = await api.http.post('/v1/record-rules').set(business.headers()).send(rule).expect(201);
  return body.id as string;
}
