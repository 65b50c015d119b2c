import type { AgreementDto, AgreementVersionDto, DutyRunPageDto, TodayDto } from '#contracts';
import { localDate } from '#domain';
import { eventually } from '#platform/testing';
import { aBookableAssistant, type Bookable } from '../testing/bookable.js';
import { aChangeOrder } from '../testing/change-orders.js';
import { aQuestion } from '../testing/conversations.js';
import {
  aConfirmedBooking,
  anEngagement,
  anHourIn,
  type Engaged,
  firstRunOf,
  move,
  runsOf,
  signedInAgain,
  work,
} from '../testing/engagements.js';
import { aPublishedAssistant } from '../testing/listings.js';
import { aMember } from '../testing/memberships.js';
import { aBusiness, type SignedIn } from '../testing/people.js';
import { testApi, type TestApi } from '../testing/test-api.js';
import { SilentAcceptance } from './silent-acceptance.js';

/** In an hour it may be tomorrow already, but not everywhere. */
const zoneWhereTodayHas = (at: string, now: string): string =>
  ['Europe/Madrid', 'America/New_York'].find((zone) => localDate(at, zone) === localDate(now, zone))!;

describe('duty runs', () => {
  let api: TestApi;
  let bookable: Bookable;
  let engaged: Engaged;
  let stranger: SignedIn;
  let runs: { id: string }[];
  beforeAll(async () => {
    api = await testApi();
    bookable = await aBookableAssistant(api);
    engaged = await anEngagement(api, bookable);
    stranger = await aBusiness(api);
    runs = await runsOf(api, engaged);
  });
  afterAll(() => api.close());

  const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  const done = (runId: string, by = engaged.agency, changes: object = {}) =>
    move(api, engaged, runId, 'done', by, work(changes));
  const accept = (runId: string, by = engaged.business) => move(api, engaged, runId, 'acceptance', by, { quality: 5 });
  const giveBack = (runId: string, by = engaged.business) =>
    move(api, engaged, runId, 'return', by, { reason: 'Two mails have no label' });
  const scorecard = async () =>
    (await api.http.get(`/v1/engagements/${engaged.id}/scorecard`).set(engaged.business.headers()).expect(200)).body;

  it('are searched by when they begin, in both directions, and counted', async () => {
    const list = async (query: object) => {
      const path = `/v1/engagements/${engaged.id}/duty-runs`;
      const { body } = await api.http.get(path).set(engaged.business.headers()).query(query).expect(200);
      return [body.items.map(({ id }: { id: string }) => id), body.total];
    };
    const [ids] = (await list({})) as [string[]];
    expect(ids).toEqual(expect.arrayContaining(runs.map(({ id }) => id)));
    expect(await list({ sort: '-starts' })).toEqual([ids.toReversed(), ids.length]);
    const { opensAt } = runs[3] as unknown as { opensAt: string };
    const from = await list({ from: opensAt, limit: 1 });
    const before = await list({ to: opensAt });
    expect(Number(from[1]) + Number(before[1])).toBe(ids.length);
    expect(await list({ status: 'accepted' })).toEqual([[], 0]);
  });

  it('are done, returned with a reason, done again and accepted with a score', async () => {
    const [{ id }] = runs as [{ id: string }];
    expect((await done(id).expect(200)).body).toMatchObject({ status: 'done', quantity: 5, minutes: 90, version: 2 });
    expect((await giveBack(id).expect(200)).body).toMatchObject({
      status: 'returned',
      returnReason: 'Two mails have no label',
      timesReturned: 1,
    });
    expect((await done(id, engaged.agency, { minutes: 10 }).expect(200)).body.status).toBe('done');
    const accepted = await accept(id).expect(200);
    expect(accepted.body).toMatchObject({ status: 'accepted', quality: 5, acceptedBySilence: false, version: 5 });
    expect(accepted.headers['etag']).toBe('"5"');
    expect(outcome(await accept(id))).toEqual([409, 'duty-run.already-accepted']);
    expect(await scorecard()).toMatchObject({
      runs: 10,
      done: 1,
      doneOnTime: 1,
      accepted: 1,
      acceptedFirstTime: 0,
      returned: 1,
      meanQuality: 5,
    });
  });

  it('are refused when the work is not what was agreed', async () => {
    const [, next] = runs as [object, { id: string }];
    const once = await firstRunOf(api, engaged, 'receipts');
    expect(outcome(await done(next.id))).toEqual([400, 'duty-run.before-the-period']);
    const refusals: readonly (readonly [object, string])[] = [
      [{ quantity: 41 }, 'duty-run.quantity-out-of-range'],
      [{ minutes: 1_000_000 }, 'duty-run.minutes-out-of-range'],
      [{ evidence: [{ kind: 'link', value: 'javascript:alert(1)' }] }, 'duty-run.bad-evidence'],
      [{ doneAt: '2199-01-01T00:00:00Z' }, 'duty-run.in-the-future'],
      [{ doneAt: '2026-01-01' }, 'time.bad-instant'],
      [{ evidence: [] }, 'request.invalid'],
    ];
    for (const [changes, code] of refusals) {
      expect(outcome(await done(once.id, engaged.agency, changes))).toEqual([400, code]);
    }
    expect(outcome(await accept(once.id))).toEqual([409, 'duty-run.not-done']);
    expect(outcome(await giveBack(once.id))).toEqual([409, 'duty-run.not-done']);
  });

  it('are accepted with less than was asked for, and say what becomes of the rest', async () => {
    const other = await anEngagement(api, bookable, await aBusiness(api));
    const { id } = await firstRunOf(api, other);
    await move(api, other, id, 'done', other.agency, work({ quantity: 3 })).expect(200);
    const acceptance = (rest?: string, runId = id) =>
      move(api, other, runId, 'acceptance', other.business, { quality: 4, ...(rest !== undefined && { rest }) });
    const unsaid = await acceptance();
    expect(outcome(unsaid)).toEqual([400, 'duty-run.rest-missing']);
    expect(unsaid.body.errors[0].pointer).toBe('/rest');
    expect(outcome(await acceptance('forgotten'))).toEqual([400, 'request.invalid']);
    const accepted = await acceptance('carried-over').expect(200);
    expect(accepted.body).toMatchObject({ rest: { quantity: 2, becomes: 'carried-over' }, carriedFrom: null });
    const carried = (await runsOf(api, other)).filter(({ carriedFrom }) => carriedFrom !== null);
    const [, second] = await runsOf(api, other);
    expect(carried).toMatchObject([
      { carriedFrom: id, volume: 2, status: 'scheduled', periodFrom: second!.periodFrom },
    ]);
    expect(await runsOf(api, other)).toHaveLength(10);

    const once = await firstRunOf(api, other, 'receipts');
    await move(api, other, once.id, 'done', other.agency, work({ quantity: 30 })).expect(200);
    expect(outcome(await acceptance('carried-over', once.id))).toEqual([409, 'duty-run.no-later-period']);
    const waived = await acceptance('waived', once.id).expect(200);
    expect(waived.body.rest).toEqual({ quantity: 10, becomes: 'waived' });
  });

  it('are reported by the agency and judged by the business', async () => {
    const once = await firstRunOf(api, engaged, 'receipts');
    expect((await done(once.id, engaged.business)).status).toBe(403);
    expect((await accept(once.id, engaged.agency)).status).toBe(403);
    expect(outcome(await accept(once.id, stranger))).toEqual([404, 'duty-run.not-found']);
    const other = await anEngagement(api, bookable, await aBusiness(api));
    const elsewhere = await move(api, other, once.id, 'done', other.agency, work());
    expect(outcome(elsewhere)).toEqual([404, 'duty-run.not-found']);
  });

  it('are reported by the assistant herself, who sees no other work', async () => {
    const once = await firstRunOf(api, engaged, 'receipts');
    const herself = await aMember(api, bookable.agency, ['agency.assistant'], bookable.assistantId);
    const colleagueId = (await aPublishedAssistant(api, bookable.agency)).id;
    const colleague = await aMember(api, bookable.agency, ['agency.assistant'], colleagueId);
    expect(outcome(await done(once.id, colleague))).toEqual([404, 'duty-run.not-found']);
    // Nor does a tag tell her which version it has.
    expect(outcome(await done(once.id, colleague).set('if-match', '"9"'))).toEqual([404, 'duty-run.not-found']);
    const seen = await api.http.get(`/v1/engagements/${engaged.id}`).set(colleague.headers());
    expect(outcome(seen)).toEqual([404, 'engagement.not-found']);
    expect((await done(once.id, herself).expect(200)).body.status).toBe('done');
    const listed = await api.http
      .get(`/v1/engagements/${engaged.id}/duty-runs?status=done`)
      .set(herself.headers())
      .expect(200);
    expect(listed.body.items.map((run: { id: string }) => run.id)).toEqual([once.id]);
  });

  it('are accepted once from a request that is sent again', async () => {
    const other = await anEngagement(api, bookable, await aBusiness(api));
    const run = await firstRunOf(api, other);
    const headers = other.agency.headers();
    const send = () => api.http.post(`/v1/engagements/${other.id}/duty-runs/${run.id}/done`).set(headers).send(work());
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([2]));
  });

  it('follow a change order that both sides accepted, except where somebody has worked', async () => {
    const other = await anEngagement(api, bookable, await aBusiness(api));
    const first = await firstRunOf(api, other);
    await move(api, other, first.id, 'done', other.agency, work()).expect(200);
    const { body } = await api.http.get(`/v1/agreements/${other.id}`).set(other.business.headers()).expect(200);
    const [{ lines, endsOn }] = (body as AgreementDto).versions as [AgreementVersionDto];
    const revised = await aChangeOrder(api, other, {
      lines: lines.filter(({ lineId }) => lineId === 'inbox').map((line) => ({ ...line, volume: 7 })),
      endsOn: new Date(Date.parse(endsOn) - 14 * 86_400_000).toISOString().slice(0, 10),
    });
    const after = await runsOf(api, other);
    expect(after.map(({ status, volume }) => [status, volume])).toEqual([
      ['done', 5],
      ...Array.from({ length: 6 }, () => ['scheduled', 7]),
      ...Array.from({ length: 2 }, () => ['cancelled', 5]),
    ]);
    expect(await runsOf(api, other, 'receipts')).toMatchObject([{ status: 'cancelled' }]);
    const read = await api.http.get(`/v1/engagements/${other.id}`).set(other.business.headers()).expect(200);
    expect(read.body.endsOn).toBe(revised.endsOn);
  });

  it('are read over all engagements, by who has a part in them, in the order in which they are due', async () => {
    const mine = await aBookableAssistant(api);
    const [one, other] = [await anEngagement(api, mine), await anEngagement(api, mine)];
    const herself = await aMember(api, mine.agency, ['agency.assistant'], mine.assistantId);
    const list = async (by: SignedIn, query: object = {}) => {
      const { body } = await api.http
        .get('/v1/duty-runs')
        .set(by.headers())
        .query({ limit: 200, ...query })
        .expect(200);
      return body as DutyRunPageDto;
    };
    const all = await list(mine.agency);
    expect(new Set(all.items.map(({ engagementId }) => engagementId))).toEqual(new Set([one.id, other.id]));
    const due = all.items.map(({ dueAt }) => dueAt);
    expect([due, all.total]).toEqual([due.toSorted(), all.items.length]);
    expect(await list(herself)).toEqual(all);
    expect((await list(mine.agency, { sort: '-due' })).items.map(({ dueAt }) => dueAt)).toEqual(due.toReversed());
    const ofOne = await list(one.business);
    expect(ofOne.items).toEqual(all.items.filter(({ engagementId }) => engagementId === one.id));
    expect((await list(stranger)).items).toEqual([]);
    const first = await firstRunOf(api, one);
    await move(api, one, first.id, 'done', mine.agency, work()).expect(200);
    expect((await list(one.business, { status: 'done' })).items.map(({ id }) => id)).toEqual([first.id]);
    const { id: colleague } = await aPublishedAssistant(api, mine.agency);
    expect((await list(mine.agency, { assistantId: colleague })).items).toEqual([]);
    expect((await list(mine.agency, { assistantId: mine.assistantId, to: api.clock.now() })).items).toEqual(
      (await list(mine.agency)).items.filter(({ opensAt }) => opensAt <= api.clock.now()),
    );
  });

  it('make the day of an assistant, with what was given back, what waits for an answer and what is booked', async () => {
    const mine = await aBookableAssistant(api);
    const [one, other] = [await anEngagement(api, mine), await anEngagement(api, mine)];
    const herself = await aMember(api, mine.agency, ['agency.assistant'], mine.assistantId);
    const read = async (by: SignedIn, query: object = {}): Promise<TodayDto> =>
      (await api.http.get('/v1/today').set(by.headers()).query(query).expect(200)).body as TodayDto;
    const [returned, toDo] = [await firstRunOf(api, one), await firstRunOf(api, other)];
    await move(api, one, returned.id, 'done', mine.agency, work()).expect(200);
    await move(api, one, returned.id, 'return', one.business, { reason: 'Two mails have no label' }).expect(200);
    const question = await aQuestion(api, one);
    const slot = anHourIn(api, 1);
    const bookingId = await aConfirmedBooking(api, other.business, other.id, [slot]);
    const zoneOfSlot = { timeZone: zoneWhereTodayHas(slot.startAt, api.clock.now()) };
    const day = await read(herself, zoneOfSlot);
    expect(day.returned.map(({ id }) => id)).toEqual([returned.id]);
    expect(day.due.map(({ id }) => id)).toContain(toDo.id);
    expect(day.due.every(({ opensAt, status }) => status === 'scheduled' && opensAt <= api.clock.now())).toBe(true);
    expect(day.waiting.map(({ id }) => id)).toEqual([question.messageId]);
    expect(day.booked).toEqual([
      { bookingId, agreementId: other.id, lineId: null, assistantId: mine.assistantId, ...slot, atRisk: false },
    ]);
    expect((await read(herself)).timeZone).toBe('Europe/Madrid');
    expect(await read(mine.agency, { assistantId: mine.assistantId, ...zoneOfSlot })).toEqual(day);
    const { id: colleague } = await aPublishedAssistant(api, mine.agency);
    expect(await read(mine.agency, { assistantId: colleague })).toMatchObject({
      returned: [],
      due: [],
      waiting: [],
      booked: [],
    });
    const path = `/v1/today?assistantId=${colleague}`;
    expect(outcome(await api.http.get(path).set(herself.headers()))).toEqual([404, 'assistant.not-found']);
    const nowhere = await api.http.get('/v1/today?timeZone=Europe/Barcelona').set(herself.headers());
    expect(nowhere.status).toBe(400);
  });

  it('are accepted by silence, without a score', async () => {
    const other = await anEngagement(api, bookable, await aBusiness(api));
    const run = await firstRunOf(api, other);
    await move(api, other, run.id, 'done', other.agency, work()).expect(200);
    const silence = api.app.get(SilentAcceptance, { strict: false });
    await silence.sweep(api.clock.now());
    expect((await runsOf(api, other))[0]).toMatchObject({ status: 'done', acceptedBySilence: false });
    api.clock.advance({ hours: 121 });
    // The service sweeps from time to time by itself, and may be at it now.
    await silence.sweep(api.clock.now());
    const again = await signedInAgain(api, other);
    await eventually(async () => {
      const [accepted] = await runsOf(api, again);
      expect(accepted).toMatchObject({ status: 'accepted', quality: null, acceptedBySilence: true });
    });
  });
});
