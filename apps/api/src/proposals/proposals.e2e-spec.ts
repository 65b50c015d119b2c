import { eventually } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import { aClearedAssistant } from '../testing/bookable.js';
import { aClearance } from '../testing/clearances.js';
import { aPublishedAssistant, anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aNeed, aNeedsDetails } from '../testing/needs.js';
import { aBusiness, anAdministrator, anAgency, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const lines = [
  { lineId: 'inbox', unitPrice: euros(900) },
  { lineId: 'receipts', unitPrice: euros(55) },
];
const suggestion = {
  suggestionId: 'templates',
  title: 'Answer from templates',
  baseline: 'Each answer is written anew',
  expectedEffect: 'Half of the time',
  measure: 'Minutes per answer, before and 30 days after',
};

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());
const agency = await anAgency(api);
const rival = await anAgency(api);
const business = await aBusiness(api);
const stranger = await aBusiness(api);
const assistantId = await aClearedAssistant(api, agency);
const rivals = await aClearedAssistant(api, rival);

describe('proposals', () => {
  const make = (needId: string, changes: object = {}, by = agency) =>
    api.http
      .post('/v1/proposals')
      .set(by.headers())
      .send({ needId, assistantId, lines, suggestions: [suggestion], ...changes });
  const act = (id: string, action: string, by: SignedIn, body?: object) =>
    api.http.post(`/v1/proposals/${id}/${action}`).set(by.headers()).send(body);
  const made = async (needId?: string): Promise<string> =>
    (await make(needId ?? (await aNeed(api, business))).expect(201)).body.id as string;
  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

  const close = (needId: string) =>
    api.http
      .post(`/v1/needs/${needId}/closing`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ reason: 'withdrawn' })
      .expect(200);

  it('answers an open need with an assistant, prices and suggestions', async () => {
    const needId = await aNeed(api, business);
    const answer = await make(needId, { message: 'Glad to help' }).expect(201);
    expect(answer.headers).toMatchObject({ etag: '"1"', location: `/v1/proposals/${answer.body.id}` });
    expect(answer.body).toMatchObject({
      needId,
      assistantId,
      agencyId: agency.organisationId,
      businessId: business.organisationId,
      status: 'open',
      lines,
      suggestions: [suggestion],
      adoptedSuggestionIds: [],
      message: 'Glad to help',
      agreementId: null,
    });
    for (const reader of [agency, business]) {
      const read = await api.http.get(`/v1/proposals/${answer.body.id}`).set(reader.headers()).expect(200);
      expect(read.body).toEqual(answer.body);
    }
  });

  it('stands beside the others of its need, with what it comes to, how soon it answers and what it does not cover', async () => {
    const preferredSkills = [{ skillCode: 'spreadsheets', minLevel: 5, importance: 1 }];
    const needId = await aNeed(api, business, { preferredSkills } as never);
    const dear = (await make(needId).expect(201)).body.id;
    const cheaper = lines.map(({ lineId }) => ({ lineId, unitPrice: euros(50) }));
    const other = { assistantId: rivals, lines: cheaper, suggestions: [] };
    const cheap = (await make(needId, other, rival).expect(201)).body.id;
    const path = `/v1/needs/${needId}/proposal-comparison`;
    const { body } = await api.http.get(path).set(business.headers()).expect(200);
    expect(body.items.map(({ proposalId }: { proposalId: string }) => proposalId)).toEqual([cheap, dear]);
    expect(body.items[1]).toMatchObject({
      agencyId: agency.organisationId,
      responseTargetMinutes: 240,
      suggestions: [suggestion],
      notCovered: { skills: [{ skillCode: 'spreadsheets', minLevel: 5 }] },
    });
    // What was compared is what is agreed, to the cent.
    const { agreementId } = (await act(dear, 'acceptance', business, {}).expect(201)).body;
    const quote = await api.http.get(`/v1/agreements/${agreementId}/quote`).set(business.headers()).expect(200);
    expect(quote.body.total).toEqual(body.items[1].total);
    expect(outcome(await api.http.get(path).set(stranger.headers()))).toEqual([404, 'need.not-found']);
    expect((await api.http.get(path).set(agency.headers())).status).toBe(403);
  });

  it('is for the invited agencies alone where the need is not open', async () => {
    const needId = await aNeed(api, business, {
      openToProposals: false,
      invitedAgencyIds: [agency.organisationId as never],
    });
    await make(needId).expect(201);
    expect(outcome(await make(needId, { assistantId: rivals }, rival))).toEqual([404, 'need.not-found']);
  });

  it('finds no need of a business that excludes the agency, however open it is', async () => {
    const needId = await aNeed(api, business, { excludedAgencyIds: [agency.organisationId as never] });
    expect(outcome(await make(needId))).toEqual([404, 'need.not-found']);
  });

  it('comes too late for a need that was closed', async () => {
    const needId = await aNeed(api, business);
    const id = await made(needId);
    await close(needId);
    expect(outcome(await make(needId))).toEqual([409, 'proposal.need-not-posted']);
    // The need is closed at once, its proposals a moment later.
    const late = await act(id, 'acceptance', business, {}).expect(409);
    expect(['proposal.need-not-posted', 'proposal.not-open']).toContain(late.body.code);
  });

  it('has to be asked for again when the lines of the need have changed', async () => {
    const needId = await aNeed(api, business);
    const id = await made(needId);
    await api.http
      .patch(`/v1/needs/${needId}`)
      .set({ ...business.headers(), 'if-match': '*' })
      .send({ lines: aNeedsDetails().lines.slice(0, 1) })
      .expect(200);
    expect(outcome(await act(id, 'acceptance', business, {}))).toEqual([409, 'proposal.need-changed']);
  });

  it('does not say that a draft of a need exists', async () => {
    const draft = await aNeed(api, business, {}, { posted: false });
    expect(outcome(await make(draft))).toEqual([404, 'need.not-found']);
    expect(outcome(await make(randomUUID()))).toEqual([404, 'need.not-found']);
  });

  it('names one of the own, listed assistants', async () => {
    const needId = await aNeed(api, business);
    const draft = (await anAssistant(api, agency)).id;
    expect(outcome(await make(needId, { assistantId: draft }))).toEqual([409, 'proposal.assistant-not-published']);
    expect(outcome(await make(needId, {}, rival))).toEqual([404, 'assistant.not-found']);
  });

  it('is for verified agencies', async () => {
    const newcomer = await anAgency(api, { verified: false });
    const draft = (await anAssistant(api, newcomer)).id;
    const answer = await make(await aNeed(api, business), { assistantId: draft }, newcomer);
    expect(outcome(answer)).toEqual([409, 'proposal.agency-not-verified']);
  });

  it.each([
    ['proposal.line-unpriced', { lines: lines.slice(0, 1) }],
    ['proposal.line-unknown', { lines: [...lines, { lineId: 'phone', unitPrice: euros(1) }] }],
    ['proposal.line-duplicated', { lines: [...lines, lines[0]] }],
    [
      'proposal.currencies-differ',
      { lines: [lines[0], { lineId: 'receipts', unitPrice: { amountMinor: 1, currency: 'USD' } }] },
    ],
    ['proposal.suggestion-duplicated', { suggestions: [suggestion, suggestion] }],
    ['proposal.suggestion-incomplete', { suggestions: [{ ...suggestion, measure: ' ' }] }],
    ['request.invalid', { lines: [] }],
    ['request.invalid', { surprise: true }],
    ['request.invalid', { lines: [{ lineId: 'inbox', unitPrice: euros(-1) }] }],
  ])('is refused with %s', async (code, changes) => {
    expect(outcome(await make(await aNeed(api, business), changes))).toEqual([400, code]);
  });

  it('is for an assistant who passes the hard filters of the need, and names the one that is failed', async () => {
    const uncleared = (await aPublishedAssistant(api, agency)).id;
    const needsMore = {
      requiredSkills: [{ skillCode: 'xero', minLevel: 2, importance: 3 }],
      preferredSkills: [{ skillCode: 'spreadsheets', minLevel: 5, importance: 1 }],
    };
    const refused = [
      await make(await aNeed(api, business), { assistantId: uncleared }),
      await make(await aNeed(api, business, { requiredLanguages: [{ language: 'fr', minLevel: 'B1' }] })),
      await make(await aNeed(api, business, needsMore)),
      await make(await aNeed(api, business, { hourlyRateCap: euros(1_849) as never })),
      await make(
        await aNeed(api, business, { lines: aNeedsDetails().lines.map((line) => ({ ...line, volume: 999 })) }),
      ),
    ];
    expect(refused.map(outcome)).toEqual(refused.map(() => [409, 'proposal.assistant-not-qualified']));
    expect(refused.map(({ body }) => body.errors[0].code)).toEqual([
      'clearance',
      'language',
      'skill',
      'rate',
      'capacity',
    ]);
    expect(refused[2]?.body.errors[0]).toMatchObject({
      pointer: '/assistantId',
      detail: 'The assistant fails the filter skill: xero 2 is needed, none is listed',
    });
  });

  it('is priced in the currency of the need', async () => {
    const inPounds = lines.map(({ lineId }) => ({ lineId, unitPrice: { amountMinor: 1, currency: 'GBP' } }));
    const answer = await make(await aNeed(api, business), { lines: inPounds });
    expect(outcome(answer)).toEqual([400, 'proposal.other-currency']);
    expect(answer.body.errors[0].pointer).toBe('/lines/0/unitPrice/currency');
  });

  it('is the only open one for its need and assistant, also when two are made at once', async () => {
    const needId = await aNeed(api, business);
    const answers = await Promise.all([make(needId), make(needId), make(needId)]);
    expect(answers.map(outcome).sort()).toEqual([
      [201, undefined],
      [409, 'proposal.already-open'],
      [409, 'proposal.already-open'],
    ]);
    const id = answers.find(({ status }) => status === 201)?.body.id as string;
    await act(id, 'withdrawal', agency).expect(200);
    await make(needId).expect(201);
  });

  it('is one of ten of an agency that are open for one need', async () => {
    const needId = await aNeed(api, business);
    const id = await made(needId);
    await owner.query(
      `INSERT INTO api.proposal SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'assistant_id', gen_random_uuid()))).*
         FROM api.proposal p, generate_series(1, 9) WHERE p.id = $1`,
      [id],
    );
    const another = await aClearedAssistant(api, agency);
    expect(outcome(await make(needId, { assistantId: another }))).toEqual([409, 'proposal.too-many-open']);
    await make(needId, { assistantId: rivals }, rival).expect(201);
    await act(id, 'withdrawal', agency).expect(200);
    await make(needId, { assistantId: another }).expect(201);
  });

  it('that is accepted fills the need and closes the others', async () => {
    const needId = await aNeed(api, business);
    const id = await made(needId);
    const other = (await make(needId, { assistantId: rivals }, rival).expect(201)).body.id as string;
    await act(id, 'acceptance', business, {}).expect(201);
    const need = await api.http.get(`/v1/needs/${needId}`).set(business.headers()).expect(200);
    expect(need.body).toMatchObject({ status: 'closed', closeReason: 'fulfilled' });
    const closed = await api.http.get(`/v1/proposals/${other}`).set(rival.headers()).expect(200);
    expect(closed.body).toMatchObject({ status: 'closed', decidedAt: expect.any(String) });
    expect(outcome(await act(other, 'acceptance', business, {}))).toEqual([409, 'proposal.not-open']);
    expect(outcome(await make(needId, { assistantId: rivals }, rival))).toEqual([409, 'proposal.need-not-posted']);
  });

  it('opens the need again when its agreement is withdrawn before it is in force, by either side', async () => {
    for (const by of [agency, business]) {
      const needId = await aNeed(api, business);
      const { body } = await act(await made(needId), 'acceptance', business, {}).expect(201);
      expect(outcome(await make(needId, { assistantId: rivals }, rival))).toEqual([409, 'proposal.need-not-posted']);
      await api.http.post(`/v1/agreements/${body.agreementId}/withdrawal`).set(by.headers()).expect(200);
      const need = await api.http.get(`/v1/needs/${needId}`).set(business.headers()).expect(200);
      expect(need.body).toMatchObject({ status: 'posted' });
      const again = await make(needId, { assistantId: rivals }, rival).expect(201);
      await act(again.body.id as string, 'acceptance', business, {}).expect(201);
    }
  });

  it('is closed when the business closes the need by itself', async () => {
    const needId = await aNeed(api, business);
    const id = await made(needId);
    await close(needId);
    await eventually(async () => {
      const read = await api.http.get(`/v1/proposals/${id}`).set(agency.headers()).expect(200);
      expect(read.body.status).toBe('closed');
    });
  });

  it('has one winner when two of one need are accepted at the same moment, in 100 races', async () => {
    const race = async (): Promise<string> => {
      const needId = await aNeed(api, business);
      const ids = [await made(needId)];
      ids.push((await make(needId, { assistantId: rivals }, rival).expect(201)).body.id as string);
      const answers = await Promise.all(ids.map((id) => act(id, 'acceptance', business, {})));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      return needId;
    };
    const needs: string[] = [];
    for (let round = 0; round < 10; round += 1) needs.push(...(await Promise.all(Array.from({ length: 10 }, race))));
    const { rows } = await owner.query(
      `SELECT status, close_reason AS "closeReason",
              (SELECT array_agg(status ORDER BY status) FROM api.proposal WHERE need_id = need.id) AS proposals,
              (SELECT count(*)::int FROM api.agreement WHERE need_id = need.id) AS agreements
         FROM api.need WHERE id = ANY ($1)`,
      [needs],
    );
    const fulfilled = { status: 'closed', closeReason: 'fulfilled', proposals: ['accepted', 'closed'], agreements: 1 };
    expect(rows).toEqual(needs.map(() => fulfilled));
  });

  it('lets its agency read the need once that is filled by somebody else, and no agency that made none', async () => {
    const needId = await aNeed(api, business);
    await made(needId);
    const { body: accepted } = await make(needId, { assistantId: rivals }, rival).expect(201);
    await act(accepted.id, 'acceptance', business, {}).expect(201);
    for (const who of [agency, rival]) {
      const { body } = await api.http.get(`/v1/needs/${needId}`).set(who.headers()).expect(200);
      expect(body).toMatchObject({ status: 'closed', closeReason: 'fulfilled', invited: false, words: null });
      // Whom the business found, the others aren't told.
      for (const hidden of [business.organisationId, rivals, rival.organisationId, accepted.id])
        expect(JSON.stringify(body)).not.toContain(hidden);
    }
    const looker = await anAgency(api);
    await api.http.get(`/v1/needs/${needId}`).set(looker.headers()).expect(404);
  });

  it('is one for a request that is sent again', async () => {
    const needId = await aNeed(api, business);
    const headers = agency.headers();
    const send = () => api.http.post('/v1/proposals').set(headers).send({ needId, assistantId, lines });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const list = await api.http.get(`/v1/proposals?needId=${needId}`).set(business.headers()).expect(200);
    expect(list.body.items).toHaveLength(1);
  });

  it('is listed for both parties, page by page, and for nobody else', async () => {
    const needId = await aNeed(api, business);
    const ids = [await made(needId)];
    for (let more = 0; more < 2; more += 1) {
      const another = await aClearedAssistant(api, agency);
      ids.push((await make(needId, { assistantId: another }).expect(201)).body.id as string);
    }
    await act(ids[1]!, 'withdrawal', agency).expect(200);
    const list = (query: string, by: SignedIn) =>
      api.http.get(`/v1/proposals?needId=${needId}${query}`).set(by.headers()).expect(200);
    const first = (await list('&limit=2', business)).body;
    const second = (await list(`&limit=2&after=${first.next}`, business)).body;
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect((await list('&status=withdrawn', agency)).body.items.map(({ id }: { id: string }) => id)).toEqual([ids[1]]);
    for (const other of [rival, stranger]) expect((await list('', other)).body.items).toEqual([]);
    expect((await list('', await anAdministrator(api))).body.items).toHaveLength(3);
    expect(outcome(await api.http.get('/v1/proposals?status=lost').set(agency.headers()))).toEqual([
      400,
      'request.invalid',
    ]);
  });

  it('is hidden from everybody else', async () => {
    const id = await made();
    for (const other of [rival, stranger]) {
      expect(outcome(await api.http.get(`/v1/proposals/${id}`).set(other.headers()))).toEqual([
        404,
        'proposal.not-found',
      ]);
    }
    expect(outcome(await act(id, 'acceptance', stranger, {}))).toEqual([404, 'proposal.not-found']);
    expect(outcome(await act(id, 'declination', stranger, {}))).toEqual([404, 'proposal.not-found']);
    expect(outcome(await act(id, 'withdrawal', rival))).toEqual([404, 'proposal.not-found']);
  });

  it('has its suggestions adopted by the business', async () => {
    const id = await made();
    const adopt = (suggestionIds: string[], etag?: string, by = business) =>
      api.http
        .put(`/v1/proposals/${id}/adopted-suggestions`)
        .set({ ...by.headers(), ...(etag && { 'if-match': etag }) })
        .send({ suggestionIds });
    expect(outcome(await adopt(['templates']))).toEqual([428, 'precondition.required']);
    expect(outcome(await adopt(['another'], '"1"'))).toEqual([400, 'proposal.suggestion-unknown']);
    expect((await adopt(['templates'], '"1"', agency)).status).toBe(403);
    const adopted = await adopt(['templates'], '"1"').expect(200);
    expect(adopted.body).toMatchObject({ adoptedSuggestionIds: ['templates'], version: 2 });
    expect(outcome(await adopt(['templates'], '"1"'))).toEqual([412, 'precondition.stale']);
    expect((await adopt(['templates'], '"2"').expect(200)).body.version).toBe(2);
  });

  it('becomes one agreement when the business accepts it, at its prices and with what was adopted', async () => {
    const id = await made();
    await api.http
      .put(`/v1/proposals/${id}/adopted-suggestions`)
      .set({ ...business.headers(), 'if-match': '"1"' })
      .send({ suggestionIds: ['templates'] })
      .expect(200);
    const body = { keptByBusiness: [{ lineId: 'receipts', personName: 'Berta' }], responseTargetMinutes: 60 };
    const accepted = await act(id, 'acceptance', business, body).expect(201);
    expect(accepted.body).toMatchObject({ status: 'accepted', version: 3 });
    expect(accepted.headers['location']).toBe(`/v1/agreements/${accepted.body.agreementId}`);
    const agreement = await api.http
      .get(`/v1/agreements/${accepted.body.agreementId}`)
      .set(agency.headers())
      .expect(200);
    expect(agreement.body).toMatchObject({ proposalId: id, instant: false, status: 'drafting', versionInForce: null });
    expect(agreement.body.versions).toHaveLength(1);
    expect(agreement.body.versions[0]).toMatchObject({
      number: 1,
      responseTargetMinutes: 60,
      silenceAcceptsAfterHours: 120,
      commissionBps: 1_000,
      taxBps: 2_100,
      writtenBy: 'agency',
      acceptedByAgencyAt: null,
      acceptedByBusinessAt: null,
      adoptedSuggestions: [suggestion],
      lines: [
        { lineId: 'inbox', unitPrice: euros(900), accountable: [{ party: 'assistant' }] },
        {
          lineId: 'receipts',
          unitPrice: euros(0),
          accountable: [{ party: 'business', personName: 'Berta' }],
          doneCriterion: 'Every receipt of the quarter is in the ledger',
        },
      ],
    });
    expect(outcome(await act(id, 'acceptance', business, {}))).toEqual([409, 'proposal.not-open']);
    const read = await api.http.get(`/v1/proposals/${id}`).set(business.headers()).expect(200);
    expect(read.body.agreementId).toBe(accepted.body.agreementId);
  });

  it('leads to a single agreement, however often and however fast it is accepted', async () => {
    const id = await made();
    const answers = await Promise.all([1, 2, 3, 4].map(() => act(id, 'acceptance', business, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const needId = answers.find(({ status }) => status === 201)?.body.needId;
    const list = await api.http.get(`/v1/agreements?needId=${needId}`).set(business.headers()).expect(200);
    expect(list.body.items).toHaveLength(1);
  });

  it('stays open when the agreement can not be drafted', async () => {
    const id = await made();
    const unknown = await act(id, 'acceptance', business, {
      keptByBusiness: [{ lineId: 'phone', personName: 'Berta' }],
    });
    expect(outcome(unknown)).toEqual([400, 'agreement.kept-line-unknown']);
    expect(unknown.body.errors[0].pointer).toBe('/keptByBusiness/0/lineId');
    const read = await api.http.get(`/v1/proposals/${id}`).set(business.headers()).expect(200);
    expect(read.body).toMatchObject({ status: 'open', version: 1 });
  });

  it('can not be accepted any more when the assistant is listed no longer', async () => {
    const { id: leaving, etag } = await aPublishedAssistant(api, agency);
    await aClearance(api, agency, leaving);
    const id = (await make(await aNeed(api, business), { assistantId: leaving }).expect(201)).body.id as string;
    await api.http
      .post(`/v1/assistants/${leaving}/withdrawal`)
      .set({ ...agency.headers(), 'if-match': etag })
      .send({ reason: 'Moved on' })
      .expect(200);
    expect(outcome(await act(id, 'acceptance', business, {}))).toEqual([409, 'proposal.assistant-not-published']);
  });

  it('tells either party who the other is, and nobody else', async () => {
    const id = await made();
    for (const party of [agency, business]) {
      const { body } = await api.http.get(`/v1/proposals/${id}/parties`).set(party.headers()).expect(200);
      expect(body).toMatchObject({
        agency: { organisationId: agency.organisationId, legalName: 'Bona Ajuda', countryCode: 'ES' },
        business: { organisationId: business.organisationId, legalName: 'Forn de la Plaça', address: null },
      });
    }
    for (const other of [rival, stranger]) {
      const hidden = await api.http.get(`/v1/proposals/${id}/parties`).set(other.headers());
      expect(outcome(hidden)).toEqual([404, 'proposal.not-found']);
    }
  });

  it('is accepted by whom the owner made signatory, who reads what it answers and who makes it', async () => {
    const id = await made();
    const signatory = await aMember(api, business, ['business.signatory']);
    const colleague = await aMember(api, business, ['business.colleague']);
    const read = (path: string) => api.http.get(path).set(signatory.headers());
    const { needId } = (await read(`/v1/proposals/${id}`).expect(200)).body as { needId: string };
    await read(`/v1/needs/${needId}`).expect(200);
    await read(`/v1/needs/${needId}/proposal-comparison`).expect(200);
    await read(`/v1/proposals/${id}/parties`).expect(200);
    expect((await act(id, 'declination', signatory, {})).status).toBe(403);
    expect((await act(id, 'acceptance', colleague, {})).status).toBe(403);
    expect((await act(id, 'acceptance', signatory, {}).expect(201)).body.status).toBe('accepted');
  });

  it('is declined by the business with a reason', async () => {
    const id = await made();
    expect((await act(id, 'declination', agency, {})).status).toBe(403);
    const declined = await act(id, 'declination', business, { reason: 'Too late in the day' }).expect(200);
    expect(declined.body).toMatchObject({ status: 'declined', declineReason: 'Too late in the day', version: 2 });
    expect(declined.body.decidedAt).not.toBeNull();
    expect(outcome(await act(id, 'withdrawal', agency))).toEqual([409, 'proposal.not-open']);
  });

  it('is withdrawn by the agency', async () => {
    const id = await made();
    expect((await act(id, 'withdrawal', business)).status).toBe(403);
    expect((await act(id, 'withdrawal', agency).expect(200)).body.status).toBe('withdrawn');
    expect(outcome(await act(id, 'acceptance', business, {}))).toEqual([409, 'proposal.not-open']);
  });
});
