import type { NeedDetails } from '#domain';
import { dayAheadOf } from './days.js';
import type { Bookable } from './bookable.js';
import { aNeed, aNeedsDetails } from './needs.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** An engagement by the hour, and whose it is. */
export interface Hourly extends Bookable {
  readonly id: string;
  readonly business: SignedIn;
}

/** A line of so many hours a week, when they are called for. */
export const callsLine = (volume: number): NeedDetails['lines'][number] => ({
  lineId: 'calls',
  dutyCode: 'inbox-triage',
  volume,
  cadence: 'weekly',
  doneCriterion: 'Whoever called has an answer',
  importance: 3,
  asNeeded: true,
});

/** An instant agreement in force over eight weeks from today, of one line by the hour alone. */
export async function anHourlyEngagement(
  api: TestApi,
  { agency, assistantId }: Bookable,
  business: SignedIn,
  { volume = 4, lines = [callsLine(volume)] }: { volume?: number; lines?: NeedDetails['lines'] } = {},
): Promise<Hourly> {
  const day = (ahead: number) => dayAheadOf(api.clock, ahead, 'UTC');
  const hours = aNeedsDetails().hours!;
  const needId = await aNeed(api, business, {
    lines,
    startsOn: day(0),
    endsOn: day(56),
    hours: { ...hours, timeZone: 'UTC' },
  });
  const drafted = await api.http
    .post('/v1/agreements')
    .set(business.headers())
    .send({ needId, assistantId })
    .expect(201);
  await api.http
    .post(`/v1/agreements/${drafted.body.id}/acceptances`)
    .set(business.headers())
    .send({ contentHash: drafted.body.versions[0].contentHash })
    .expect(200);
  return { id: drafted.body.id as string, agency, assistantId, business };
}

/** Time that begins with the minute after next, so that a clock that is set forward by two minutes is in it. */
export function aSlotOf(api: TestApi, minutes: number): { startAt: string; endAt: string } {
  const start = (Math.ceil(Date.parse(api.clock.now()) / 60_000) + 1) * 60_000;
  return { startAt: new Date(start).toISOString(), endAt: new Date(start + minutes * 60_000).toISOString() };
}

export const bookHours = (api: TestApi, { id, business }: Hourly, slots: readonly object[], lineId?: string) =>
  api.http
    .post('/v1/bookings')
    .set(business.headers())
    .send({ agreementId: id, slots, confirm: true, ...(lineId !== undefined && { lineId }) });

/** A timer that runs in booked time; the clock is set forward into it. */
export async function aRunningTimer(api: TestApi, hourly: Hourly): Promise<string> {
  await bookHours(api, hourly, [aSlotOf(api, 60)], 'calls').expect(201);
  api.clock.advance({ minutes: 2 });
  const started = await api.http
    .post('/v1/time-entries')
    .set(hourly.agency.headers())
    .send({ engagementId: hourly.id, lineId: 'calls' })
    .expect(201);
  return started.body.id as string;
}
