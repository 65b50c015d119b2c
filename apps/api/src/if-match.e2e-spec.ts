import { openApiDocument } from '#platform/http';
import { randomUUID } from 'node:crypto';
import { aBookableAssistant } from './testing/bookable.js';
import { aChannelSwitch, aQuestion } from './testing/conversations.js';
import { anEngagement, firstRunOf, move, work } from './testing/engagements.js';
import { aNeed } from './testing/needs.js';
import { aBusiness, anAgency, type SignedIn } from './testing/people.js';
import { aSuggestion, aSuggestionRequest } from './testing/suggestions.js';
import { testApi } from './testing/test-api.js';

/** A resource, and the step that somebody is about to take with it. */
interface Step {
  readonly resource: string;
  readonly call: string;
  readonly by: SignedIn;
  readonly body?: object;
}

/** Steps of something that is there already, and why they name no version of it. */
const withoutVersion: Readonly<Record<string, string>> = {
  'POST /v1/admin/agencies/{id}/commission-schedules': 'decides for a day ahead, and leaves the agency as it is',
  'POST /v1/admin/bank-receipts/{id}/assignment': 'a receipt is assigned once',
  'POST /v1/admin/bank-receipts/{id}/unassignment': 'an assignment is taken back once',
  'POST /v1/admin/bank-receipts/{id}/repayment': 'a receipt is assigned once',
  'POST /v1/admin/bank-receipts/{id}/settlement': 'a receipt is settled once',
  'POST /v1/agencies/{id}/payment-account': 'goes on with an account, and leaves the agency as it is',
  'POST /v1/card-payments/{id}/refunds': 'makes a refund, and leaves the payment as it is',
  'POST /v1/invoices/{id}/reminders/waivers': 'a fee is waived once',
  'POST /v1/admin/dead-letters/{id}/discard': 'asks for something; asking twice does no harm',
  'POST /v1/admin/dead-letters/{id}/replay': 'asks for something; asking twice does no harm',
  'POST /v1/admin/payout-batches/{id}/sending': 'a batch is sent once',
  'POST /v1/admin/refunds/{id}/return': 'a refund comes back once',
  'POST /v1/admin/refunds/{id}/sending': 'a refund is sent once',
  'POST /v1/refunds/{id}/withdrawal': 'a refund is withdrawn once',
  'POST /v1/admin/payouts/{id}/return': 'a payout comes back once',
  'POST /v1/admin/payouts/{id}/calling-off': 'asks for something; asking twice does no harm',
  'POST /v1/assistants/{id}/clearances': 'makes a clearance, and leaves the assistant as it is',
  'POST /v1/businesses/{id}/closed-months': 'closes a month once, and leaves the business as it is',
  'POST /v1/businesses/{id}/record-retention/extensions': 'keeps books until a day, and leaves the business as it is',
  'POST /v1/assistants/{id}/training': 'assigns a training, and leaves the assistant as it is',
  'POST /v1/assistants/{id}/training/lessons/{lessonCode}/reading': 'a lesson is read; again it changes nothing',
  'POST /v1/assistants/{id}/training/lessons/{lessonCode}/answers': 'right answers stay right, whatever else was done',
  'POST /v1/duty-suggestions/{id}/corrections': 'a suggestion has no ETag: it is worded by the catalogue of the moment',
  'POST /v1/engagements/{id}/response-time/baseline': 'freezes the baseline once, and leaves the engagement as it is',
  'POST /v1/channel-hooks/{id}/deliveries': 'adds a message, and changes none',
  'POST /v1/engagements/{id}/channel-hooks': 'makes a hook, and leaves the engagement as it is',
  'POST /v1/engagements/{id}/channel-switches': 'makes a proposal, and leaves the engagement as it is',
  'POST /v1/engagements/{id}/outside-messages': 'adds a message, and changes none',
  'POST /v1/engagements/{id}/messages': 'adds a message, and changes none',
  'POST /v1/engagements/{id}/threads': 'makes a thread, and leaves the engagement as it is',
  'POST /v1/engagements/{id}/threads/{threadId}/read': 'is about whoever reads; what was read stays so',
  'POST /v1/invoices/{id}/credit-notes': 'makes a credit note, and leaves the invoice as it is',
  'POST /v1/needs/{id}/shortlist': 'asks for a fresh shortlist, and leaves the need as it is',
  'POST /v1/mailboxes/{id}/reading': 'has it read, and leaves it as it is',
  'POST /v1/outside-calendars/{id}/reading': 'has it read, and leaves it as it is',
  'POST /v1/webhooks/{id}/deliveries/{deliveryId}/redelivery': 'sends again, and leaves the endpoint as it is',
  'POST /v1/webhooks/{id}/redeliveries': 'sends again, and leaves the endpoint as it is',
  'POST /v1/unsubscriptions/{token}': 'wants no more mail, whatever was chosen before; twice does no harm',
};

const api = await testApi();
const { owner } = api;
const bookable = await aBookableAssistant(api);
const business = await aBusiness(api);
afterAll(() => api.close());

describe('a step that may be taken without If-Match', () => {
  const created = async (path: string, by: SignedIn, body: object) =>
    (await api.http.post(path).set(by.headers()).send(body).expect(201)).body;

  const ofNeed = async (call: string, posted: boolean, body?: object): Promise<Step> => {
    const id = await aNeed(api, business, {}, { posted });
    return { resource: `/v1/needs/${id}`, call, by: business, body };
  };
  const ofProposal = async (call: string, byBusiness: boolean, body?: object): Promise<Step> => {
    const lines = ['inbox', 'receipts'].map((lineId) => ({
      lineId,
      unitPrice: { amountMinor: 900, currency: 'EUR' },
    }));
    const { agency, assistantId } = bookable;
    const { id } = await created('/v1/proposals', agency, { needId: await aNeed(api, business), assistantId, lines });
    return { resource: `/v1/proposals/${id}`, call, by: byBusiness ? business : agency, body };
  };
  const ofAgreement = async (call: string): Promise<Step> => {
    const asked = { needId: await aNeed(api, business), assistantId: bookable.assistantId };
    const { id, versions } = await created('/v1/agreements', business, asked);
    const body = call === 'acceptances' ? { contentHash: versions[0].contentHash } : undefined;
    return { resource: `/v1/agreements/${id}`, call, by: business, body };
  };
  const ofRun = async (call: string, body: object): Promise<Step> => {
    const engaged = await anEngagement(api, bookable, business);
    const { id } = await firstRunOf(api, engaged);
    const isReport = call === 'done';
    if (!isReport) await move(api, engaged, id, 'done', engaged.agency, work()).expect(200);
    const resource = `/v1/engagements/${engaged.id}/duty-runs/${id}`;
    return { resource, call, by: isReport ? engaged.agency : business, body };
  };
  // Of assistants of their own: the one that others share has only so many hours.
  const ofMessage = async (): Promise<Step> => {
    const engaged = await anEngagement(api, undefined, business);
    const { messageId } = await aQuestion(api, engaged);
    const resource = `/v1/engagements/${engaged.id}/messages/${messageId}`;
    return { resource, call: 'settlement', by: business, body: { as: 'withdrawn' } };
  };
  const ofSwitch = async (call: string, byBusiness: boolean): Promise<Step> => {
    const engaged = await anEngagement(api, undefined, business);
    const resource = `/v1/engagements/${engaged.id}/channel-switches/${await aChannelSwitch(api, engaged)}`;
    return { resource, call, by: byBusiness ? business : engaged.agency, body: {} };
  };
  const ofRequest = async (call: string, byBusiness: boolean, body?: object): Promise<Step> => {
    const { id } = await aSuggestionRequest(api, business, await aNeed(api, business), bookable.agency);
    return { resource: `/v1/suggestion-requests/${id}`, call, by: byBusiness ? business : bookable.agency, body };
  };
  const ofEngagement = async (call: string): Promise<Step> => {
    const { id } = await anEngagement(api, undefined, business);
    return { resource: `/v1/engagements/${id}`, call, by: business, body: { reason: 'The season is over' } };
  };

  const ofWebhook = async (call: string): Promise<Step> => {
    const owning = await anAgency(api);
    const nothing = { url: 'http://127.0.0.1:9/nobody', types: ['payout.returned.v1'] };
    const { id } = await created('/v1/webhooks', owning, nothing);
    const resource = `/v1/webhooks/${id}`;
    if (call === 'resumption') await api.http.post(`${resource}/pause`).set(owning.headers()).expect(200);
    return { resource, call, by: owning };
  };

  const steps: Readonly<Record<string, () => Promise<Step>>> = {
    'POST /v1/needs/{id}/posting': () => ofNeed('posting', false),
    'POST /v1/needs/{id}/invitations': async () =>
      ofNeed('invitations', true, { agencyIds: [(await anAgency(api)).organisationId] }),
    'POST /v1/needs/{id}/closing': () => ofNeed('closing', true, { reason: 'withdrawn' }),
    'POST /v1/proposals/{id}/acceptance': () => ofProposal('acceptance', true, {}),
    'POST /v1/proposals/{id}/declination': () => ofProposal('declination', true, {}),
    'POST /v1/proposals/{id}/withdrawal': () => ofProposal('withdrawal', false),
    'POST /v1/agreements/{id}/acceptances': () => ofAgreement('acceptances'),
    'POST /v1/agreements/{id}/withdrawal': () => ofAgreement('withdrawal'),
    'POST /v1/engagements/{id}/duty-runs/{runId}/done': () => ofRun('done', work()),
    'POST /v1/engagements/{id}/duty-runs/{runId}/acceptance': () => ofRun('acceptance', { quality: 5 }),
    'POST /v1/engagements/{id}/duty-runs/{runId}/return': () => ofRun('return', { reason: 'Two have no label' }),
    'POST /v1/engagements/{id}/channel-switches/{switchId}/acceptance': () => ofSwitch('acceptance', false),
    'POST /v1/engagements/{id}/channel-switches/{switchId}/declination': () => ofSwitch('declination', false),
    'POST /v1/engagements/{id}/channel-switches/{switchId}/withdrawal': () => ofSwitch('withdrawal', true),
    'POST /v1/engagements/{id}/messages/{messageId}/settlement': ofMessage,
    'POST /v1/suggestion-requests/{id}/answer': () => ofRequest('answer', false, { suggestions: [aSuggestion()] }),
    'POST /v1/suggestion-requests/{id}/declination': () => ofRequest('declination', false),
    'POST /v1/suggestion-requests/{id}/withdrawal': () => ofRequest('withdrawal', true),
    'POST /v1/engagements/{id}/end': () => ofEngagement('end'),
    'POST /v1/engagements/{id}/notice': () => ofEngagement('notice'),
    'POST /v1/webhooks/{id}/secret': () => ofWebhook('secret'),
    'POST /v1/webhooks/{id}/pause': () => ofWebhook('pause'),
    'POST /v1/webhooks/{id}/resumption': () => ofWebhook('resumption'),
  };
  const table = Object.entries(steps).map(([route, prepared]) => ({ route, prepared }));

  const take = ({ resource, call, by, body }: Step, ifMatch: string | null, key: string = randomUUID()) => {
    const headers = { ...by.headers(), 'idempotency-key': key, ...(ifMatch !== null && { 'if-match': ifMatch }) };
    return api.http.post(`${resource}/${call}`).set(headers).send(body);
  };
  const read = ({ resource, by }: Step) => api.http.get(resource).set(by.headers()).expect(200);
  const versionOf = (etag: string | undefined): number => Number(JSON.parse(etag ?? 'null'));
  /** Everything that the service ever put out, and every answer that it keeps for a key. */
  const traces = async (): Promise<object> => {
    const { rows } = await owner.query<object>(
      `SELECT (SELECT count(*) FROM api.outbox) + (SELECT count(*) FROM api.journal) AS events,
              (SELECT count(*) FROM api.idempotency) AS answers`,
    );
    return rows[0]!;
  };

  it.each(table)('$route is refused with the tag of another version, and leaves no trace', async ({ prepared }) => {
    const step = await prepared();
    const before = { resource: await read(step), traces: await traces() };
    const { etag } = before.resource.headers;
    for (const stale of [`"${versionOf(etag) - 1}"`, `"${versionOf(etag) + 1}"`, `W/${etag}`]) {
      expect((await take(step, stale)).body).toMatchObject({ status: 412, code: 'precondition.stale' });
    }
    const after = await read(step);
    expect([after.text, after.headers['etag']]).toEqual([before.resource.text, etag]);
    expect(await traces()).toEqual(before.traces);
  });

  it.each(table)('$route is taken with the tag of the present version, once', async ({ prepared }) => {
    const step = await prepared();
    const { etag } = (await read(step)).headers;
    const key = randomUUID();
    await take(step, `"${versionOf(etag) + 1}"`, key).expect(412);
    const taken = await take(step, etag!, key);
    expect(taken.body.code).toBeUndefined();
    expect(versionOf(taken.headers['etag'])).toBeGreaterThan(versionOf(etag));
    // The tag is stale by now, but this is the request that was answered before.
    const again = await take(step, etag!, key);
    expect([again.status, again.text]).toEqual([taken.status, taken.text]);
    expect((await take(step, etag!)).body).toMatchObject({ status: 412, code: 'precondition.stale' });
  });

  it.each(table)('$route is taken with * and with no tag at all', async ({ prepared }) => {
    for (const ifMatch of ['*', null]) {
      const { body, headers } = await take(await prepared(), ifMatch);
      expect([ifMatch, body.code, headers['etag']]).toEqual([ifMatch, undefined, expect.stringMatching(/^"\d+"$/)]);
    }
  });

  it('is each one whose If-Match is optional; all others need it, or say why they name no version', () => {
    const posts = Object.entries(openApiDocument(api.app).paths).flatMap(([path, { post }]) =>
      post === undefined || !path.includes('{') ? [] : [{ route: `POST ${path}`, operation: post }],
    );
    const routesThat = (isWanted: (required: boolean | undefined, statuses: readonly string[]) => boolean) =>
      posts
        .filter(({ operation: { parameters = [], responses } }) => {
          const header = parameters.find((parameter) => 'name' in parameter && parameter.name === 'If-Match');
          const required = header === undefined || !('name' in header) ? undefined : header.required === true;
          return isWanted(required, Object.keys(responses));
        })
        .map(({ route }) => route)
        .sort();
    expect(routesThat((required) => required === false)).toEqual(Object.keys(steps).sort());
    expect(routesThat((required) => required === undefined)).toEqual(Object.keys(withoutVersion).sort());
    expect(routesThat((_, statuses) => statuses.includes('428'))).toEqual(routesThat((required) => required === true));
    expect(routesThat((_, statuses) => statuses.includes('412'))).toEqual(
      routesThat((required) => required !== undefined),
    );
  });
});
