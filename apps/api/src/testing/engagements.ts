import type { DutyRunDto, DutyRunPageDto } from '#contracts';
import { epochDay, hourMs, localDate, weekdayOfEpochDay } from '#domain';
import { aBookableAssistant, anAcceptedAgreement, type Bookable } from './bookable.js';
import { aBusiness, type SignedIn, signIn } from './people.js';
import type { TestApi } from './test-api.js';

export interface Engaged {
  readonly id: string;
  readonly agency: SignedIn;
  readonly business: SignedIn;
  readonly assistantId: string;
  readonly bookingId: string;
}

/** So that engagements of one assistant don't ask for the same hour. */
let begun = 0;

/** A full hour that begins at least so many hours from now. */
export const anHourIn = (api: TestApi, hours: number) => {
  const start = (Math.ceil(Date.parse(api.clock.now()) / hourMs) + hours) * hourMs;
  return { startAt: new Date(start).toISOString(), endAt: new Date(start + hourMs).toISOString() };
};

/** Some days ahead, on no Monday: that is when the fixtures' needs ask for hours, and many engagements of one assistant would leave none of them. */
function anHourOfNoMonday(api: TestApi, place: number): { startAt: string; endAt: string } {
  const inThreeDays = anHourIn(api, 72 + place);
  const weekday = weekdayOfEpochDay(epochDay(localDate(inThreeDays.startAt, 'Europe/Madrid')));
  return weekday === 1 ? anHourIn(api, 192 + place) : inThreeDays;
}

/** The id of a booking that is confirmed in one go. */
export async function aConfirmedBooking(
  api: TestApi,
  business: SignedIn,
  agreementId: string,
  slots: readonly object[],
): Promise<string> {
  const booked = await api.http
    .post('/v1/bookings')
    .set(business.headers())
    .send({ agreementId, slots, confirm: true })
    .expect(201);
  return booked.body.id as string;
}

/** An engagement over eight weeks from today, with a booking some days ahead: five units a week, and forty once. */
export async function anEngagement(api: TestApi, bookable?: Bookable, client?: SignedIn): Promise<Engaged> {
  const { agency, assistantId } = bookable ?? (await aBookableAssistant(api));
  const business = client ?? (await aBusiness(api));
  const id = await anAcceptedAgreement(api, business, assistantId);
  begun = (begun + 1) % 24;
  const bookingId = await aConfirmedBooking(api, business, id, [anHourOfNoMonday(api, begun)]);
  return { id, agency, business, assistantId, bookingId };
}

/** After the clock was set forward, when access tokens have expired. */
export async function signedInAgain(api: TestApi, engaged: Engaged): Promise<Engaged> {
  const agency = await signIn(api, engaged.agency.email);
  return { ...engaged, agency, business: await signIn(api, engaged.business.email) };
}

export const work = (changes: object = {}) => ({
  quantity: 5,
  minutes: 90,
  evidence: [{ kind: 'link', value: 'https://desk.example/reports/1' }],
  ...changes,
});

/** The runs of a line, in the order in which they open. */
export async function runsOf(api: TestApi, engaged: Engaged, lineId = 'inbox'): Promise<DutyRunDto[]> {
  const path = `/v1/engagements/${engaged.id}/duty-runs`;
  const answer = await api.http.get(path).set(engaged.business.headers()).expect(200);
  return (answer.body as DutyRunPageDto).items.filter((run) => run.lineId === lineId);
}

export async function firstRunOf(api: TestApi, engaged: Engaged, lineId = 'inbox'): Promise<DutyRunDto> {
  const [run] = await runsOf(api, engaged, lineId);
  if (run === undefined) throw new Error(`the line ${lineId} has no run`);
  return run;
}

/** One of the calls that move a run on: `done`, `acceptance` or `return`. */
export const move = (api: TestApi, engaged: Engaged, runId: string, call: string, by: SignedIn, body: object) =>
  api.http.post(`/v1/engagements/${engaged.id}/duty-runs/${runId}/${call}`).set(by.headers()).send(body);

/** The first run of a line, done and accepted. */
export async function anAcceptedRun(api: TestApi, engaged: Engaged, lineId = 'inbox', quantity = 5): Promise<string> {
  const { id } = await firstRunOf(api, engaged, lineId);
  await move(api, engaged, id, 'done', engaged.agency, work({ quantity })).expect(200);
  await move(api, engaged, id, 'acceptance', engaged.business, { quality: 4 }).expect(200);
  return id;
}
