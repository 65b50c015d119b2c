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
    const { lines, ...whole } = card;
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
