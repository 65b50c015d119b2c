import type { Actor } from '#access';
import { DomainError, type TimeEntryId } from '#domain';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { CancelBooking } from './bookings/cancel-booking.js';
import { aBookableAssistant, aroundTheClock } from './testing/bookable.js';
import { anEngagement, anHourIn, type Engaged, move, runsOf, signedInAgain, work } from './testing/engagements.js';
import { anHourlyEngagement, aSlotOf, bookHours } from './testing/hours.js';
import { aBusiness, type SignedIn, signIn } from './testing/people.js';
import { aSubstitution, substitutionStep } from './testing/substitutes.js';
import { testApi } from './testing/test-api.js';
import { CreateTimeEntry } from './time-entries/create-time-entry.js';
import { DiscardTimeEntry } from './time-entries/discard-time-entry.js';

/** So many races of each kind: in lanes beside each other, each of which runs its rounds one after the other. */
const [lanes, rounds] = [10, 10];
const races = lanes * rounds;

const api = await testApi();
const { owner } = api;
afterAll(() => api.close());

interface Outcome {
  readonly status: number;
  readonly body: { readonly code?: string };
}

const each = <Result>(run: (lane: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
const anyVersion = (by: SignedIn) => ({ ...by.headers(), 'if-match': '*' });
const versionOf = (by: SignedIn, version: number) => ({ ...by.headers(), 'if-match': `"${version}"` });

/** How many of these events there are of some aggregates. */
async function told(type: string, ids: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ many: number }>(
    `SELECT count(*)::int AS many FROM (
       SELECT aggregate_id, aggregate_version FROM api.outbox WHERE type = $1 AND aggregate_id = ANY ($2)
        UNION SELECT aggregate_id, aggregate_version FROM api.journal WHERE type = $1 AND aggregate_id = ANY ($2)) events`,
    [type, ids],
  );
  return rows[0]!.many;
}

/** Begins both in the same moment; exactly one succeeds, and the other is refused for what became of it. */
async function race(...contestants: readonly PromiseLike<Outcome>[]): Promise<number> {
  const answers = await Promise.all(contestants);
  const winners = answers.flatMap(({ status }, place) => (status < 300 ? [place] : []));
  const refused = answers.filter(({ status }) => status >= 300).map(({ status }) => status);
  expect([winners.length, refused.every((status) => status === 409 || status === 412)]).toEqual([1, true]);
  return winners[0]!;
}

describe('of two who do something at once, one wins and one event is told', () => {
  it('where a side accepts an agreement that the other one edits', async () => {
    const bookable = await aBookableAssistant(api);
    const business = await aBusiness(api);
    const { agency } = bookable;
    const wins = await each(async () => {
      const { id } = await anEngagement(api, bookable, business);
      let { body: agreement } = await api.http.get(`/v1/agreements/${id}`).set(agency.headers()).expect(200);
      const edit = (responseTargetMinutes: number) => {
        const { lines, channels, freeCancellationHours, lateFeeBps, ...of } = agreement.versions.at(-1);
        const { silenceAcceptsAfterHours, startsOn, endsOn } = of;
        const kept = { lines, channels, freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours, startsOn, endsOn };
        return api.http
          .put(`/v1/agreements/${id}/terms`)
          .set(versionOf(agency, agreement.version))
          .send({ ...kept, responseTargetMinutes });
      };
      const accept = (by: SignedIn) =>
        api.http
          .post(`/v1/agreements/${id}/acceptances`)
          .set(by.headers())
          .send({ contentHash: agreement.versions.at(-1).contentHash });
      let accepted = 0;
      for (let round = 0; round < rounds; round += 1) {
        if (agreement.status === 'accepted') agreement = (await edit(60 + 2 * round).expect(200)).body;
        agreement = (await accept(agency).expect(200)).body;
        if ((await race(accept(business), edit(61 + 2 * round))) === 0) accepted += 1;
        agreement = (await api.http.get(`/v1/agreements/${id}`).set(agency.headers()).expect(200)).body;
      }
      return { id, accepted };
    });
    const accepted = wins.reduce((total, lane) => total + lane.accepted, 0);
    expect(
      await told(
        'agreement.change-order-accepted.v1',
        wins.map(({ id }) => id),
      ),
    ).toBe(accepted);
  });

  it('where time is accepted that is corrected, and where two accept it', async () => {
    const bookable = await aBookableAssistant(api, { ...aroundTheClock, weeklyCapacityMinutes: 6_000 });
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, bookable, business, { volume: 20 });
    const slot = aSlotOf(api, lanes * 60);
    await bookHours(api, hourly, [slot], 'calls').expect(201);
    api.clock.advance({ hours: lanes + 1 });
    const again = await signedInAgain(api, { ...hourly, bookingId: '' });
    const startsAt = (lane: number): string => new Date(Date.parse(slot.startAt) + lane * 3_600_000).toISOString();
    const endsAt = (lane: number, minutes: number): string =>
      new Date(Date.parse(slot.startAt) + lane * 3_600_000 + minutes * 60_000).toISOString();
    const wins = await each(async (lane) => {
      const times = { startedAt: startsAt(lane), endedAt: endsAt(lane, 30) };
      const recorded = await api.http
        .post('/v1/time-entries')
        .set(again.agency.headers())
        .send({ engagementId: hourly.id, lineId: 'calls', ...times })
        .expect(201);
      const id = recorded.body.id as string;
      let version = recorded.body.version as number;
      const correct = (headers: Record<string, string>, minutes: number) =>
        api.http
          .post(`/v1/time-entries/${id}/correction`)
          .set(headers)
          .send({ startedAt: startsAt(lane), endedAt: endsAt(lane, minutes) });
      const accept = (headers: Record<string, string>) =>
        api.http.post(`/v1/time-entries/${id}/acceptance`).set(headers);
      let accepted = 0;
      for (let round = 0; round < rounds; round += 1) {
        const by = versionOf(again.agency, version);
        const won = await race(accept(versionOf(again.business, version)), correct(by, 31 + round));
        if (won === 0) accepted += 1;
        // What was accepted waits for the business again once it is corrected.
        const corrected = await correct(anyVersion(again.agency), 30).expect(200);
        expect(corrected.body.status).toBe('recorded');
        await race(accept(anyVersion(again.business)), accept(anyVersion(again.business)));
        version = (await correct(anyVersion(again.agency), 30).expect(200)).body.version as number;
      }
      return { id, accepted };
    });
    const accepted = wins.reduce((total, lane) => total + lane.accepted, 0);
    expect(
      await told(
        'time-entry.accepted.v1',
        wins.map(({ id }) => id),
      ),
    ).toBe(accepted + races);
  });

  it('where work is accepted twice', async () => {
    const bookable = await aBookableAssistant(api);
    const business = await aBusiness(api);
    const weeks = 8;
    const engagements: Engaged[] = [];
    while (engagements.length * weeks < races) engagements.push(await anEngagement(api, bookable, business));
    api.clock.advance({ days: weeks * 7 - 1 });
    const again = await signedInAgain(api, engagements[0]!);
    const accepted = await Promise.all(
      engagements.map(async ({ id, assistantId }) => {
        const engaged = { ...again, id, assistantId };
        const runs = (await runsOf(api, engaged)).slice(0, weeks);
        for (const run of runs) {
          await move(api, engaged, run.id, 'done', engaged.agency, work()).expect(200);
          const accept = () => move(api, engaged, run.id, 'acceptance', engaged.business, { quality: 4 });
          await race(accept(), accept());
        }
        return runs.map((run) => run.id);
      }),
    );
    expect(accepted.flat().length).toBeGreaterThanOrEqual(races);
    expect(await told('duty-run.accepted.v1', accepted.flat())).toBe(accepted.flat().length);
  });

  it('where a booking is let go that is confirmed', async () => {
    const bookable = await aBookableAssistant(api);
    const engaged = await anEngagement(api, bookable, await aBusiness(api));
    const business = await signIn(api, engaged.business.email);
    const ids = await each(async (lane) => {
      const mine: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const held = await api.http
          .post('/v1/bookings')
          .set(business.headers())
          .send({ agreementId: engaged.id, slots: [anHourIn(api, 120 + lane)] })
          .expect(201);
        const id = held.body.id as string;
        mine.push(id);
        const step = (call: string) => api.http.post(`/v1/bookings/${id}/${call}`).set(anyVersion(business));
        const won = await race(step('confirmation'), step('release'));
        if (won === 0) await step('cancellation').send({ reason: 'Not then, after all' }).expect(201);
      }
      return mine;
    });
    const all = ids.flat();
    const confirmed = await told('booking.confirmed.v1', all);
    expect(confirmed + (await told('booking.released.v1', all))).toBe(races);
    expect(await told('booking.cancelled.v1', all)).toBe(confirmed);
  });

  it('where booked time is called off in which work is begun: what was asked for just before its start, at its start', async () => {
    const bookable = await aBookableAssistant(api, { ...aroundTheClock, weeklyCapacityMinutes: 6_000 });
    const business = await aBusiness(api);
    const hourly = await anHourlyEngagement(api, bookable, business, { volume: 20 });
    const commands = api.app.get(CommandBus, { strict: false });
    const ownerOf = ({ organisationId }: SignedIn, organisationKind: 'agency' | 'business'): Actor => ({
      userId: null,
      organisationId,
      organisationKind,
      assistantId: null,
      roles: [`${organisationKind}.owner`],
      scopes: 'all',
      via: 'api-key',
      isConfirmed: true,
      sessionId: null,
      key: null,
    });
    const [client, agency] = [ownerOf(business, 'business'), ownerOf(bookable.agency, 'agency')];
    const firstMs = Date.parse(aSlotOf(api, 10).startAt);
    const timeEntryIds: string[] = [];
    const bookingIds: string[] = [];
    const outcomeOf = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'done',
        (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
      );
    for (let round = 0; round < races; round += 1) {
      const startMs = firstMs + round * 10 * 60_000;
      const at = (ms: number): string => new Date(startMs + ms).toISOString();
      const slot = { startAt: at(0), endAt: at(10 * 60_000) };
      const booked = await bookHours(api, hourly, [slot], 'calls').expect(201);
      const [bookingId, timeEntryId] = [booked.body.id as string, randomUUID() as TimeEntryId];
      const cancel = { actor: client, id: bookingId, expectedVersion: null, reason: 'Not then', slots: null };
      const start = { actor: agency, timeEntryId, engagementId: hourly.id, lineId: 'calls', note: null, time: null };
      const outcomes = await Promise.all([
        outcomeOf(commands.execute(new CancelBooking({ ...cancel, now: at(-1) }))),
        outcomeOf(commands.execute(new CreateTimeEntry({ ...start, now: at(0) }))),
      ]);
      expect([
        ['done', 'time-entry.not-booked'],
        ['booking.nothing-to-cancel', 'done'],
      ]).toContainEqual(outcomes);
      if (outcomes[0] === 'done') bookingIds.push(bookingId);
      else {
        timeEntryIds.push(timeEntryId);
        const discard = { actor: agency, id: timeEntryId, expectedVersion: null, now: at(60_000) };
        await commands.execute(new DiscardTimeEntry(discard));
      }
    }
    expect(bookingIds.length + timeEntryIds.length).toBe(races);
    expect(await told('booking.cancelled.v1', bookingIds)).toBe(bookingIds.length);
    expect(await told('time-entry.started.v1', timeEntryIds)).toBe(timeEntryIds.length);
  });

  it('where two substitutes are taken', async () => {
    const bookable = await aBookableAssistant(api);
    const business = await aBusiness(api);
    const all: string[] = [];
    const first: Engaged = await anEngagement(api, bookable, business);
    const { substituteId: one } = await aSubstitution(api, first);
    const { substituteId: other } = await aSubstitution(api, first);
    await each(async () => {
      const engaged = await anEngagement(api, bookable, business);
      for (let round = 0; round < rounds; round += 1) {
        const proposed = await Promise.all(
          [one, other].map((substituteId) => aSubstitution(api, engaged, { substituteId })),
        );
        const ids = proposed.map(({ id }) => id);
        all.push(...ids);
        const won = await race(...ids.map((id) => substitutionStep(api, id, 'consent', business)));
        await substitutionStep(api, ids[won]!, 'withdrawal', engaged.agency).expect(200);
      }
    });
    expect(await told('substitution.consented.v1', all)).toBe(races);
    expect(await told('substitution.withdrawn.v1', all)).toBe(2 * races);
  });
});
