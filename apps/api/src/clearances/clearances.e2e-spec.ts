import { clearanceTemplates } from '#knowledge/checklists';
import { aClearance, aReport } from '../testing/clearances.js';
import { dayAheadOf } from '../testing/days.js';
import { anAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { anAgency, aBusiness, password, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { ClearanceReview } from './clearance-review.js';

const api = await testApi();
afterAll(() => api.close());
const agency = await anAgency(api);
const assessor = await aMember(api, agency, ['agency.assessor']);

describe('clearances', () => {
  const send = (method: 'post' | 'put', path: string, who: SignedIn, body: object, etag = '*') =>
    api.http[method](`/v1/assistants/${path}`)
      .set({ ...who.headers(), 'if-match': etag })
      .send(body);
  /** An assistant with a clearance that waits for an assessor; the path of the clearance. */
  const requested = async (report: object = {}): Promise<string> => {
    const { id } = await anAssistant(api, agency);
    const { body } = await send('post', `${id}/clearances`, agency, { ...aReport(), ...report }).expect(201);
    return `${id}/clearances/${body.id}`;
  };
  const grant = (path: string, body: object = {}, who = assessor) =>
    send('post', `${path}/grant`, who, { openActions: [], ...body });

  it('are asked for by checklists that everybody can read, in three languages', async () => {
    const { body, headers } = await api.http.get('/v1/clearance-checklists?language=es').expect(200);
    expect(body.items.map((item: { jurisdiction: string }) => item.jurisdiction)).toEqual(['uk', 'es', 'eu', 'us']);
    const { title, items } = clearanceTemplates.es;
    expect(body.items[1].title).toBe(title.es);
    expect(body.items[1].items[0]).toMatchObject({ code: items[0]!.code, question: items[0]!.question.es });
    const etag = headers['etag'] as string;
    await api.http.get('/v1/clearance-checklists?language=es').set('if-none-match', etag).expect(304);
  });

  it('are requested, amended and granted by an assessor with a name', async () => {
    const path = await requested({ evidenceSha256: null });
    expect((await grant(path)).body).toMatchObject({ status: 409, code: 'clearance.no-evidence' });
    const { jurisdiction: _, ...report } = aReport();
    const amended = await send('put', `${path}/report`, agency, report, '"1"').expect(200);
    expect(amended.body).toMatchObject({ status: 'requested', version: 2, assessor: null, validUntil: null });
    const granted = await grant(path).expect(200);
    expect(granted.body).toMatchObject({ status: 'granted', assessor: { name: 'Aina' }, version: 3 });
    expect(new Date(granted.body.validUntil as string).getTime()).toBeGreaterThan(Date.now() + 364 * 86_400_000);
    const read = await api.http.get(`/v1/assistants/${path}`).set(assessor.headers()).expect(200);
    expect([read.body, read.headers['etag']]).toEqual([granted.body, '"3"']);
    expect((await grant(path)).body.code).toBe('clearance.not-open');
    expect((await send('put', `${path}/report`, agency, report)).body.code).toBe('clearance.not-open');
  });

  it('are granted only by whoever has the role, and by nobody for their own workplace', async () => {
    const path = await requested();
    expect((await grant(path, {}, agency)).body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    const [assistantId] = path.split('/');
    const herself = await aMember(api, agency, ['agency.assessor', 'agency.assistant'], assistantId);
    expect((await grant(path, {}, herself)).body).toMatchObject({ status: 403, code: 'clearance.self-assessed' });
    await grant(path, {}, await aMember(api, agency, ['agency.owner', 'agency.assessor'])).expect(200);
  });

  it('are listed for the agency: what waits, and what ends soon', async () => {
    const ours = await anAgency(api);
    const looks = await aMember(api, ours, ['agency.assessor']);
    const list = async (query: string, who = ours) =>
      (await api.http.get(`/v1/clearances${query}`).set(who.headers()).expect(200)).body;
    const ask = async () => {
      const { id } = await anAssistant(api, ours);
      const { body } = await send('post', `${id}/clearances`, ours, aReport()).expect(201);
      return { id: body.id as string, assistantId: id, path: `${id}/clearances/${body.id}` };
    };
    const [first, second, third] = [await ask(), await ask(), await ask()];
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    await grant(first.path, { validUntil: inDays(200) }, looks).expect(200);
    await grant(second.path, { validUntil: inDays(20) }, looks).expect(200);
    const idsOf = ({ items }: { items: { id: string }[] }): string[] => items.map(({ id }) => id);
    const waiting = await list('?status=requested', looks);
    expect(waiting).toMatchObject({ total: 1, items: [{ id: third.id, assistantId: third.assistantId }] });
    expect(waiting.items[0]).toMatchObject({ status: 'requested', validUntil: null, openActionsDueOn: [] });
    expect(idsOf(await list(`?endsBefore=${inDays(30)}`))).toEqual([second.id]);
    expect(idsOf(await list('?sort=ends'))).toEqual([second.id, first.id, third.id]);
    const one = await list('?sort=-ends&limit=1');
    expect(idsOf(await list(`?sort=-ends&limit=2&after=${one.next}`))).toEqual([first.id, second.id]);
    expect((await list('', agency)).items.map(({ id }: { id: string }) => id)).not.toContain(first.id);
    const wrong = await api.http.get('/v1/clearances?endsBefore=2026-02-31T00:00:00Z').set(ours.headers()).expect(400);
    expect(wrong.body.errors[0]).toMatchObject({ parameter: 'endsBefore' });
    await api.http
      .get('/v1/clearances')
      .set((await aBusiness(api)).headers())
      .expect(403);
  });

  it('name an assessor who has deleted herself no more, and hold all the same', async () => {
    const leaving = await aMember(api, agency, ['agency.assessor']);
    const path = await requested();
    await grant(path, {}, leaving).expect(200);
    await api.http.post('/v1/account/deletion').set(leaving.headers()).send({ password }).expect(204);
    const { body } = await api.http.get(`/v1/assistants/${path}`).set(agency.headers()).expect(200);
    expect(body).toMatchObject({
      status: 'granted',
      assessor: { name: expect.stringMatching(/^Deleted [0-9A-F]{6}$/) },
    });
  });

  it('keep what is still to be put right until it is', async () => {
    const answers = aReport().answers.map((answer) =>
      answer.itemCode === 'footrest' ? { ...answer, answer: 'no', note: 'too low' } : answer,
    );
    const path = await requested({ answers });
    expect((await grant(path)).body).toMatchObject({
      status: 409,
      code: 'clearance.action-missing',
      errors: [{ pointer: '/openActions', which: 'footrest' }],
    });
    const openActions = [{ itemCode: 'footrest', description: 'Buy a footrest', dueOn: '2099-01-31' }];
    const granted = await grant(path, { openActions }).expect(200);
    expect(granted.body.openActions).toEqual(openActions);
    const close = (itemCode: string) =>
      send('post', `${path}/closed-actions`, agency, { itemCode, note: 'Footrest arrived' });
    expect((await close('chair')).body).toMatchObject({
      status: 404,
      code: 'clearance.unknown-action',
      errors: [{ pointer: '/itemCode' }],
    });
    expect((await close('footrest').expect(200)).body).toMatchObject({ openActions: [], status: 'granted' });
  });

  it('are voided by the assistant herself, who has to do with no other', async () => {
    const path = await requested();
    await grant(path).expect(200);
    const [assistantId] = path.split('/');
    const herself = await aMember(api, agency, ['agency.assistant'], assistantId);
    const colleague = await aMember(api, agency, ['agency.assistant'], (await anAssistant(api, agency)).id);
    const voidBy = (who: SignedIn) => send('post', `${path}/voiding`, who, { reason: 'pain-reported' });
    expect((await voidBy(colleague)).body).toMatchObject({ status: 404, code: 'assistant.not-found' });
    expect((await voidBy(herself).expect(200)).body).toMatchObject({ status: 'voided', voidReason: 'pain-reported' });
    expect((await voidBy(herself)).body.code).toBe('clearance.already-voided');
    await api.http.get(`/v1/assistants/${path}`).set(herself.headers()).expect(200);
  });

  it('are one per assistant: a second request waits for the first, and a new grant takes the place of the old', async () => {
    const { id } = await anAssistant(api, agency);
    const first = await aClearance(api, agency, id, { assessor });
    const request = () => send('post', `${id}/clearances`, agency, aReport());
    const answers = await Promise.all([request(), request(), request()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('clearance.already-requested');
    const second = answers.find(({ status }) => status === 201)!.body.id as string;
    await grant(`${id}/clearances/${second}`, { validUntil: '2020-01-01T00:00:00Z' }).expect(400);
    const states = async () => {
      const { body } = await api.http.get(`/v1/assistants/${id}/clearances`).set(agency.headers()).expect(200);
      return body.items.map((item: { id: string; status: string }) => [item.id, item.status]);
    };
    expect(await states()).toEqual([
      [first, 'granted'],
      [second, 'requested'],
    ]);
    await grant(`${id}/clearances/${second}`).expect(200);
    expect(await states()).toEqual([
      [first, 'voided'],
      [second, 'granted'],
    ]);
  });

  it('belong to their agency and their assistant alone', async () => {
    const path = await requested();
    const [assistantId, , clearanceId] = path.split('/');
    const other = await anAgency(api);
    const foreignAssessor = await aMember(api, other, ['agency.assessor']);
    const another = await anAssistant(api, agency);
    const read = (who: SignedIn, at: string) => api.http.get(`/v1/assistants/${at}`).set(who.headers());
    const answers = [
      [await read(other, path), 'clearance.not-found'],
      [await read(other, `${assistantId}/clearances`), 'assistant.not-found'],
      [await grant(path, {}, foreignAssessor), 'clearance.not-found'],
      [await send('post', `${assistantId}/clearances`, other, aReport()), 'assistant.not-found'],
      [await read(agency, `${another.id}/clearances/${clearanceId}`), 'clearance.not-found'],
      [await grant(`${another.id}/clearances/${clearanceId}`), 'clearance.not-found'],
    ] as const;
    for (const [{ body }, code] of answers) expect(body).toMatchObject({ status: 404, code });
    await read(await aBusiness(api), path).expect(403);
  });

  it.each<[number, string, object]>([
    [400, 'clearance.unknown-item', { answers: [{ itemCode: 'swimming-pool', answer: 'yes' }] }],
    [400, 'clearance.bad-answer', { answers: [{ itemCode: 'desk', answer: 'not-applicable' }] }],
    [400, 'clearance.training-in-the-future', { trainingCompletedOn: '2099-01-01' }],
    [400, 'request.invalid', { evidenceSha256: 'photo.jpg' }],
    [400, 'request.invalid', { jurisdiction: 'fr' }],
    [400, 'request.invalid', { answers: [{ itemCode: 'desk', answer: 'perhaps' }] }],
  ])('are refused with %i %s', async (status, code, change) => {
    const { id } = await anAssistant(api, agency);
    const { body } = await send('post', `${id}/clearances`, agency, { ...aReport(), ...change });
    expect(body).toMatchObject({ status, code });
  });

  it.each<[string, object, object]>([
    ['clearance.item-unanswered', { answers: [] }, {}],
    ['clearance.no-training', { trainingCompletedOn: null }, {}],
    ['clearance.too-long', {}, { validUntil: '2099-01-01T00:00:00Z' }],
    ['clearance.already-over', {}, { validUntil: '2020-01-01T00:00:00Z' }],
    ['clearance.bad-action', {}, { openActions: [{ itemCode: 'desk', description: 'x', dueOn: '2099-01-31' }] }],
  ])('are not granted: %s', async (code, report, decision) => {
    expect((await grant(await requested(report), decision)).body.code).toBe(code);
  });

  it('remind of what is to be put right exactly once, 30 and 7 days before, however many look at once', async () => {
    const { items } = clearanceTemplates.es;
    const unmet = items.filter(({ critical }) => !critical).slice(0, 2);
    const path = await requested({
      answers: items.map((item) => ({ itemCode: item.code, answer: unmet.includes(item) ? 'no' : 'yes' })),
    });
    const day = (days: number) => dayAheadOf(api.clock, days);
    const openActions = unmet.map(({ code }, index) => ({
      itemCode: code,
      description: 'Something is missing',
      dueOn: day(40 + index * 40),
    }));
    await grant(path, { openActions }).expect(200);
    const review = api.app.get(ClearanceReview, { strict: false });
    const toldIn = async (days: number) => {
      const at = new Date(Date.parse(api.clock.now()) + days * 86_400_000).toISOString();
      await Promise.all([1, 2, 3].map(() => review.sweep(at)));
      const told = await api.told({ ids: [path.split('/').at(-1)!] });
      return told
        .filter(({ type }) => type === 'clearance.action-due.v1')
        .map(({ data }) => [data['itemCode'], data['daysLeft']]);
    };
    const [first, second] = unmet.map(({ code }) => code);
    expect(await toldIn(9)).toEqual([]);
    expect(await toldIn(11)).toEqual([[first, 30]]);
    expect(await toldIn(12)).toEqual([[first, 30]]);
    const both = [
      [first, 30],
      [first, 7],
    ];
    expect(await toldIn(34)).toEqual(both);
    expect(await toldIn(51)).toEqual([...both, [second, 30]]);
    await send('post', `${path}/closed-actions`, assessor, { itemCode: second, note: 'Bought' }).expect(200);
    expect(await toldIn(79)).toEqual([...both, [second, 30]]);
  });

  it('remind of their end exactly once, 30 and 7 days before, however many look at once, and are void when it is over', async () => {
    const path = await requested();
    const validUntil = new Date(Date.parse(api.clock.now()) + 40 * 86_400_000).toISOString();
    await grant(path, { validUntil }).expect(200);
    const review = api.app.get(ClearanceReview, { strict: false });
    const told = async () =>
      (await api.told({ ids: [path.split('/').at(-1)!] }))
        .filter(({ type }) => ['clearance.expiring.v1', 'clearance.voided.v1'].includes(type))
        .map(({ data }) => data['daysLeft'] ?? data['reason']);
    const afterDays = async (days: number) => {
      api.clock.advance({ days });
      await Promise.all([1, 2, 3].map(() => review.sweep(api.clock.now())));
      return told();
    };
    expect(await afterDays(9)).toEqual([]);
    expect(await afterDays(2)).toEqual([30]);
    expect(await afterDays(1)).toEqual([30]);
    expect(await afterDays(22)).toEqual([30, 7]);
    expect(await afterDays(7)).toEqual([30, 7, 'expired']);
    expect(await afterDays(1)).toEqual([30, 7, 'expired']);
  });
});
