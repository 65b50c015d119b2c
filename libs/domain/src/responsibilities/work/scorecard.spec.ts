import { accept, firstWeek, giveBack, markDone, playedRun, scheduleOf, termsInForce } from './duty-run.examples.js';
import { scheduleRuns } from './duty-run-schedule.js';
import { scorecardOf } from './scorecard.js';

const books = scheduleRuns(termsInForce(), 1).find((run) => run.lineId === 'books')!;
const schedule = scheduleOf(firstWeek);
const late = { ...markDone, doneAt: '2026-03-09T10:00:00.000Z', now: '2026-03-09T10:00:00.000Z' };
const again = { ...markDone, doneAt: '2026-03-08T10:00:00.000Z', now: '2026-03-08T10:00:00.000Z' };
const silently = { type: 'acceptDutyRunBySilence', now: '2026-03-20T00:00:00.000Z' } as const;

describe('a scorecard', () => {
  it('has no shares while nothing is due', () => {
    const card = scorecardOf([playedRun([schedule]).run], [], '2026-03-03T00:00:00.000Z');
    expect(card).toMatchObject({ runs: 1, done: 0, overdue: 0 });
    expect([card.doneOnTimeBps, card.acceptedFirstTimeBps, card.qualityHundredths]).toEqual([null, null, null]);
    expect(scorecardOf([], [], '2026-03-03T00:00:00.000Z')).toMatchObject({ runs: 0, lines: [] });
  });

  it('counts what was done on time, accepted first time, and how well', () => {
    const runs = [
      playedRun([schedule, markDone, accept]).run,
      playedRun([schedule, markDone, giveBack, again, { ...accept, quality: 5, now: again.now }]).run,
      playedRun([schedule, late, silently]).run,
      playedRun([schedule]).run,
      playedRun([schedule, { type: 'cancelDutyRun', now: markDone.now }]).run,
      playedRun([scheduleOf(books)]).run,
    ];
    const card = scorecardOf(runs, [], '2026-03-21T00:00:00.000Z');
    const { lines, months: _, ...whole } = card;
    expect(whole).toEqual({
      runs: 5,
      done: 3,
      doneOnTime: 2,
      overdue: 1,
      accepted: 3,
      acceptedFirstTime: 2,
      acceptedBySilence: 1,
      returned: 1,
      minutes: 900,
      plannedMinutes: null,
      rated: 2,
      doneOnTimeBps: 5000,
      acceptedFirstTimeBps: 6667,
      qualityHundredths: 450,
    });
    expect(lines.map((line) => [line.lineId, line.runs, line.overdue])).toEqual([
      ['inbox', 4, 1],
      ['books', 1, 0],
    ]);
  });

  it('tells the months in which work fell due, line by line, and none that lie ahead', () => {
    const [, , , , , april] = scheduleRuns(termsInForce(), 1);
    const inApril = { doneAt: '2026-04-10T10:00:00.000Z', now: '2026-04-10T11:00:00.000Z' };
    const runs = [
      playedRun([schedule, markDone, accept]).run,
      playedRun([scheduleOf(april!, 'run-2'), { ...markDone, ...inApril }, { ...accept, quality: 2, now: inApril.now }])
        .run,
      playedRun([scheduleOf(scheduleRuns(termsInForce(), 1).at(-1)!, 'run-3')]).run,
    ];
    const card = scorecardOf(runs, [], inApril.now, (dutyCode) => (dutyCode === firstWeek.dutyCode ? 10 : undefined));
    const told = card.lines[0]!.months.map(({ month, done, qualityHundredths }) => [month, done, qualityHundredths]);
    expect(told).toEqual([
      ['2026-03', 1, accept.quality * 100],
      [april!.periodEndsOn.slice(0, 7), 1, 200],
    ]);
    expect(card.months.map(({ month }) => month)).toEqual(told.map(([month]) => month));
    expect(card).toMatchObject({ minutes: 2 * markDone.minutes, plannedMinutes: 2 * 10 * markDone.quantity });
    expect(scorecardOf(runs, [], inApril.now).plannedMinutes).toBeNull();
  });

  it('keeps a run on time that was returned and done again after its period', () => {
    const afterwards = { ...markDone, doneAt: '2026-03-12T10:00:00.000Z', now: '2026-03-12T10:00:00.000Z' };
    const { run } = playedRun([schedule, markDone, giveBack, afterwards]);
    expect(scorecardOf([run], [], '2026-03-13T00:00:00.000Z')).toMatchObject({ doneOnTimeBps: 10_000, accepted: 0 });
  });

  it('takes a run as due at the very end of its period', () => {
    const { run } = playedRun([schedule]);
    expect(scorecardOf([run], [], '2026-03-08T22:59:59.999Z').overdue).toBe(0);
    expect(scorecardOf([run], [], '2026-03-08T23:00:00.000Z').overdue).toBe(1);
  });
});
