import { demandOverBy } from '../booking/booking.policies.js';
import { slotsAskedFor } from '../booking/slots-asked-for.js';
import { answerDueAt } from '../conversation/answer-due.js';
import { chat, email } from '../conversation/agreed-channels.examples.js';
import { decideAboutSwitch, decideSwitch, evolveSwitch } from '../conversation/channel-switch-decisions.js';
import type { ChannelSwitch, ChannelSwitchId } from '../conversation/channel-switch.js';
import { refusalOf } from '../refusals.examples.js';
import { endOfDay, localDate, plusHours, startOfDay } from '../time/calendar.js';
import { instantMs, instantOf, minuteMs } from '../time/instant.js';
import { addDays } from '../time/local-date.js';
import { acceptedAgreement, agency, business, inboxLine, terms } from './agreement/agreement.examples.js';
import { versionInForce } from './agreement/agreement.policies.js';
import type { AgreementTerms } from './agreement/agreement-terms.js';
import { packOfPeriod, packsDue } from './hours/packs-due.js';
import { elapsedMinutes, hoursOfPeriod } from './hours/hours-of-period.js';
import { decideEngagement, evolveEngagement } from './work/engagement-decisions.js';
import type { Engagement } from './work/engagement.js';
import { changeSchedule, scheduleRuns } from './work/duty-run-schedule.js';
import { engagement, markDone, playedRun, scheduleOf, termsInForce } from './work/duty-run.examples.js';
import { lateAt, owedUnits } from './work/run-in-absence.js';
import { scorecardOf } from './work/scorecard.js';

/** A zone, the Monday of a week in which its clocks change, the day on which they do, and by how many minutes that day is longer. */
const changes: readonly (readonly [timeZone: string, monday: string, changesOn: string, longer: number])[] = [
  ['Europe/Madrid', '2026-03-23', '2026-03-29', -60],
  ['Europe/Madrid', '2026-10-19', '2026-10-25', 60],
  ['America/New_York', '2026-03-02', '2026-03-08', -60],
  ['America/New_York', '2026-10-26', '2026-11-01', 60],
  ['Australia/Lord_Howe', '2026-03-30', '2026-04-05', 30],
  ['Australia/Lord_Howe', '2026-09-28', '2026-10-04', -30],
];
const dayMinutes = 1440;

describe.each(changes)('an engagement in %s, in the week from %s, whose clocks change on %s', (...change) => {
  const [timeZone, monday, changesOn, longer] = change;
  const sunday = addDays(monday, 6);
  const calls = { ...inboxLine, lineId: 'calls', volume: 100, asNeeded: { stepMinutes: 15 } };
  const agreed: AgreementTerms = termsInForce(
    acceptedAgreement({ ...terms, timeZone, startsOn: monday, endsOn: addDays(monday, 27), lines: [inboxLine, calls] }),
  );
  const runs = scheduleRuns(agreed, 1);
  const [week, next] = [runs[0]!, runs[1]!];
  const weekMinutes = 7 * dayMinutes + longer;
  const minutesOf = (from: string, to: string): number => (instantMs(to) - instantMs(from)) / minuteMs;
  const later = (at: string, minutes: number): string => instantOf(instantMs(at) + minutes * minuteMs);

  it('has weeks from local midnight to local midnight, without a gap', () => {
    expect([week.startsAt, week.dueAt]).toEqual([startOfDay(monday, timeZone), endOfDay(sunday, timeZone)]);
    expect(minutesOf(week.startsAt, week.dueAt)).toBe(weekMinutes);
    expect(next.startsAt).toBe(week.dueAt);
    expect(minutesOf(next.startsAt, next.dueAt)).toBe(7 * dayMinutes);
    for (const at of [week.startsAt, later(week.dueAt, -1)]) expect(localDate(at, timeZone) <= sunday).toBe(true);
    expect(localDate(week.dueAt, timeZone)).toBe(addDays(sunday, 1));
  });

  it('is due at the end of the local day that a rule names, also where that is the day of the change', () => {
    const lines = [{ ...inboxLine, accountable: { party: 'assistant' as const }, rule: 'FREQ=DAILY' }];
    const daily = scheduleRuns({ ...agreed, lines }, 1);
    const on = daily.find(({ periodEndsOn }) => periodEndsOn === changesOn)!;
    expect([on.startsAt, on.dueAt]).toEqual([startOfDay(changesOn, timeZone), endOfDay(changesOn, timeZone)]);
    expect(minutesOf(on.startsAt, on.dueAt)).toBe(dayMinutes + longer);
    expect(daily.slice(1).map(({ startsAt }) => startsAt)).toEqual(daily.slice(0, -1).map(({ dueAt }) => dueAt));
  });

  it('takes work of its last minute as done on time, and of the minute after that as late', () => {
    const doneAt = (at: string) => playedRun([scheduleOf(week), { ...markDone, doneAt: at, now: at }]).run;
    const now = later(week.dueAt, 60);
    expect(scorecardOf([doneAt(later(week.dueAt, -1))], [], now).doneOnTime).toBe(1);
    expect(scorecardOf([doneAt(later(week.dueAt, 1))], [], now).doneOnTime).toBe(0);
    expect(scorecardOf([playedRun([scheduleOf(week)]).run], [], later(week.dueAt, -1)).overdue).toBe(0);
    expect(scorecardOf([playedRun([scheduleOf(week)]).run], [], week.dueAt).overdue).toBe(1);
  });

  it('lets silence last as many hours as were agreed, whatever the clocks show', () => {
    const at = later(endOfDay(addDays(changesOn, -1), timeZone), -30);
    const { run } = playedRun([scheduleOf(week), { ...markDone, doneAt: at, now: at }]);
    expect(run).toMatchObject({ silenceAcceptsAt: plusHours(at, agreed.silenceAcceptsAfterHours) });
  });

  it('gives back what an absence over the change took, to the minute', () => {
    const [startsAt, endsAt] = [startOfDay(changesOn, timeZone), later(endOfDay(sunday, timeZone), 300)];
    const { assistantId, engagementId: agreementId } = engagement;
    const away = [{ assistantId, agreementId, startsAt, endsAt }];
    const lost = minutesOf(startsAt, week.dueAt);
    expect(lost).toBe(dayMinutes + longer);
    expect(lateAt(week, away)).toBe(later(endsAt, lost));
    expect(owedUnits({ ...week, volume: weekMinutes }, away, later(endsAt, 1))).toBe(weekMinutes - lost);
  });

  it('counts the minutes that passed, and the hours of the local week', () => {
    const [from, to] = [startOfDay(changesOn, timeZone), endOfDay(changesOn, timeZone)];
    expect(elapsedMinutes(from, to)).toBe(dayMinutes + longer);
    const last = hoursOfPeriod(agreed, 'calls', later(week.dueAt, -1));
    const first = hoursOfPeriod(agreed, 'calls', week.dueAt);
    expect([last.startsAt, last.endsAt, first.startsAt]).toEqual([week.startsAt, week.dueAt, week.dueAt]);
    expect([last.period.number, first.period.number]).toEqual([1, 2]);
  });

  it('ends by a notice with the local day, and not a minute before or after', () => {
    const now = later(week.startsAt, 60);
    const notice = { type: 'giveNotice', by: agency, reason: 'She moves', lastDayOn: changesOn, now } as const;
    const of = { endsOn: agreed.endsOn, timeZone, noticeDays: 0 };
    const given = decideEngagement({ ...notice, terms: of }, engagement).reduce<Engagement>(
      evolveEngagement,
      engagement,
    );
    const over = endOfDay(changesOn, timeZone);
    const end = (at: string) =>
      refusalOf(() => decideEngagement({ type: 'endEngagementByNotice', timeZone, now: at }, given));
    expect([end(later(over, -1)), end(over)]).toEqual(['engagement.term-not-over', null]);
    expect(refusalOf(() => decideEngagement({ ...notice, by: business, terms: of }, given))).toBe(
      'engagement.notice-given',
    );
    const book = (startAt: string, endAt: string) =>
      refusalOf(() => demandOverBy(changesOn, timeZone, [{ startAt, endAt, at: ['slots', 0] }]));
    expect([book(later(over, -60), over), book(later(over, -60), later(over, 1))]).toEqual([
      null,
      'booking.after-last-day slots.0',
    ]);
    const kept = changeSchedule(agreed, 1, [], now, undefined, changesOn).add;
    expect(kept.every(({ periodStartsOn }) => periodStartsOn <= changesOn)).toBe(true);
    const late = () => hoursOfPeriod(agreed, 'calls', over, changesOn);
    expect(refusalOf(late)).toBe('time-entry.after-last-day startedAt');
    expect(refusalOf(() => hoursOfPeriod(agreed, 'calls', later(over, -1), changesOn))).toBeNull();
  });

  it('books the same hours of the clock in every week, before and after', () => {
    const weekly = {
      weeklyHours: [{ weekday: 7 as const, start: '09:00', end: '11:00' }],
      timeZone,
      startsOn: monday,
      endsOn: agreed.endsOn,
    };
    const slots = slotsAskedFor({ weekly }, later(week.startsAt, -1));
    expect(slots).toHaveLength(4);
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
    for (const { startAt, endAt } of slots) {
      expect([clock.format(instantMs(startAt)), clock.format(instantMs(endAt))]).toEqual(['09:00', '11:00']);
      expect(minutesOf(startAt, endAt)).toBe(120);
    }
  });

  it('buys the pack of hours of a week as that begins where the work is', () => {
    const pack = { ...calls, asNeeded: { ...calls.asNeeded, pack: { carryOverHours: 0 } } };
    const agreement = acceptedAgreement({ ...terms, timeZone, startsOn: monday, endsOn: agreed.endsOn, lines: [pack] });
    const version = versionInForce(agreement)!;
    const known = { version, lastDayOn: agreed.endsOn, absences: [], covered: [] };
    const at = later(week.dueAt, -1);
    const numbersBy = (now: string) => packsDue({ ...known, now }).buy.map(({ period }) => period.number);
    expect([numbersBy(at), numbersBy(week.dueAt)]).toEqual([[1], [1, 2]]);
    expect(packsDue({ ...known, now: at }).againAt).toBe(week.dueAt);
    expect(
      packOfPeriod(version.terms.lines[0]!, { number: 1, startsOn: monday, endsOn: sunday }, agreed),
    ).toMatchObject({
      startsAt: week.startsAt,
      endsAt: week.dueAt,
    });
  });

  it('switches a channel at the beginning of a local day, which it is too late for from then on', () => {
    const of = {
      engagement,
      channels: [email, chat].map((one) => ({ ...one, since: week.startsAt })),
      from: 'email',
      to: 'helpdesk',
      timeZone,
    } as const;
    const switchId = 's' as ChannelSwitchId;
    const now = later(startOfDay(changesOn, timeZone), 60);
    const propose = (startsOn: string) =>
      decideSwitch({ type: 'proposeSwitch', switchId, by: business, ...of, startsOn, endsOn: agreed.endsOn, now });
    expect(refusalOf(() => propose(changesOn))).toBe('channel-switch.starts-too-soon startsOn');
    const known = propose(addDays(changesOn, 1)).reduce<ChannelSwitch | null>(evolveSwitch, null)!;
    const over = endOfDay(changesOn, timeZone);
    expect(known).toMatchObject({ startsAt: over });
    const agree = (at: string) =>
      refusalOf(() => decideAboutSwitch({ type: 'agreeToSwitch', by: agency, channels: of.channels, now: at }, known));
    expect([agree(later(over, -1)), agree(over)]).toEqual([null, 'channel-switch.too-late']);
  });

  it('expects an answer after so many minutes of her working hours, by her clock', () => {
    const weeklyHours = [7 as const, 1 as const].map((weekday) => ({ weekday, start: '00:00', end: '24:00' }));
    const calendar = { timeZone, weeklyHours, daysOff: [], weeklyCapacityMinutes: 10_080 };
    const asked = startOfDay(sunday, timeZone);
    const sundayMinutes = minutesOf(asked, week.dueAt);
    for (const more of [0, 90]) {
      expect(answerDueAt(asked, { targetMinutes: sundayMinutes + more, calendar })).toBe(later(week.dueAt, more));
    }
    const weekdays = { ...calendar, weeklyHours: [{ weekday: 1 as const, start: '09:00', end: '17:00' }] };
    const due = answerDueAt(asked, { targetMinutes: 60, calendar: weekdays });
    expect(due).toBe(
      later(slotsAskedFor({ weekly: mondaysAtNine(timeZone, addDays(sunday, 1)) }, asked)[0]!.startAt, 60),
    );
  });
});

const mondaysAtNine = (timeZone: string, on: string) => ({
  weeklyHours: [{ weekday: 1 as const, start: '09:00', end: '17:00' }],
  timeZone,
  startsOn: on,
  endsOn: on,
});
