import * as fc from 'fast-check';
import type { AbsentTime } from '../../absence/absent-time.js';
import { refusalOf } from '../../refusals.examples.js';
import { addDays } from '../../time/local-date.js';
import { instantMs, instantOf, minuteMs } from '../../time/instant.js';
import { assistantId } from '../agreement/agreement.examples.js';
import { decideDutyRun } from './duty-run-decisions.js';
import { scheduleRuns } from './duty-run-schedule.js';
import { accept, firstWeek, markDone, playedRun, scheduleOf, termsInForce } from './duty-run.examples.js';
import { lateAt, notOwedOf, owedUnits } from './run-in-absence.js';
import { scorecardOf } from './scorecard.js';

/** Without the field that it names. */
const codeOf = (act: () => unknown): string | undefined => refusalOf(act)?.split(' ')[0];
const away = (startsAt: string, endsAt: string | null): AbsentTime => ({
  assistantId,
  startsAt,
  endsAt,
  agreementId: null,
});
const schedule = scheduleOf(firstWeek);
const { startsAt, dueAt, volume } = firstWeek;
const at = (share: number): string =>
  instantOf(instantMs(startsAt) + Math.floor(((instantMs(dueAt) - instantMs(startsAt)) * share) / minuteMs) * minuteMs);
const secondHalf = away(at(0.5), dueAt);
const done = (absences: readonly AbsentTime[], changes: object = {}) => ({
  ...markDone,
  absences,
  ...changes,
});

describe('a run whose assistant is away for some of its period', () => {
  it('owes the units of the time in which she is there, and what is begun of one', () => {
    expect(owedUnits(firstWeek, [], dueAt)).toBe(volume);
    expect(owedUnits(firstWeek, [away(startsAt, dueAt)], dueAt)).toBe(0);
    expect(owedUnits({ ...firstWeek, volume: 10 }, [secondHalf], dueAt)).toBe(5);
    expect(owedUnits({ ...firstWeek, volume: 1 }, [secondHalf], dueAt)).toBe(1);
    expect(owedUnits({ ...firstWeek, volume: 4 }, [away(startsAt, null)], at(0.5))).toBe(2);
  });

  it('is done with what is owed, and nothing is left to carry over', () => {
    const halfWeek = done([away(at(0.1), at(0.5))], { quantity: 3 });
    const { run } = playedRun([schedule, halfWeek, accept]);
    expect(run).toMatchObject({ status: 'accepted', quantity: 3, owed: 3, rest: null });
    const refused = (quantity: number) =>
      codeOf(() => decideDutyRun({ ...halfWeek, quantity }, playedRun([schedule]).run));
    expect(refused(4)).toBe('duty-run.quantity-out-of-range');
  });

  it.each([
    ['duty-run.during-absence', done([away(at(0.4), dueAt)])],
    ['duty-run.nothing-owed', done([away(startsAt, dueAt)], { doneAt: dueAt, now: dueAt })],
  ] as const)('is refused with %s', (code, command) => {
    expect(codeOf(() => decideDutyRun(command, playedRun([schedule]).run))).toBe(code);
  });

  it('is not late for what falls due meanwhile, and does not count where nothing was left', () => {
    const { run } = playedRun([schedule]);
    const later = instantOf(instantMs(dueAt) + minuteMs);
    const card = (absences: readonly AbsentTime[]) => scorecardOf([run], absences, later);
    expect(card([])).toMatchObject({ runs: 1, overdue: 1 });
    expect(card([away(at(0.9), null)])).toMatchObject({ runs: 1, overdue: 0 });
    expect(card([away(startsAt, null)])).toMatchObject({ runs: 0, overdue: 0 });
    const late = done([], { doneAt: later, now: later });
    const lateRun = playedRun([schedule, late]).run;
    expect(scorecardOf([lateRun], [away(at(0.9), later)], later).doneOnTime).toBe(1);
    expect(scorecardOf([lateRun], [], later).doneOnTime).toBe(0);
  });

  it('costs less by what is not owed', () => {
    const { run } = playedRun([schedule]);
    const amountMinor = run.unitPrice.amountMinor * 2;
    expect(notOwedOf([run], [away(at(0.1), at(0.5))], dueAt)).toEqual([
      expect.objectContaining({ lineId: run.lineId, quantity: 2, amount: { ...run.unitPrice, amountMinor } }),
    ]);
    expect(notOwedOf([run], [], dueAt)).toEqual([]);
  });
});

/** Terms over a change of the clocks. */
const changes: readonly (readonly [string, string])[] = [
  ['Europe/Madrid', '2026-03-23'],
  ['Europe/Madrid', '2026-10-19'],
  ['America/New_York', '2026-03-02'],
  ['America/New_York', '2026-10-26'],
  ['Australia/Lord_Howe', '2026-03-30'],
  ['Australia/Lord_Howe', '2026-09-28'],
];
const zoned = fc.constantFrom(...changes).chain(([timeZone, startsOn]) => {
  const endsOn = addDays(startsOn, 20);
  const agreed = { ...termsInForce(), timeZone, startsOn, endsOn };
  const runs = scheduleRuns(agreed, 1);
  const first = instantMs(runs[0]!.startsAt);
  const span = fc
    .tuple(fc.integer({ min: 0, max: 21 * 1440 }), fc.integer({ min: 1, max: 9 * 1440 }))
    .map(([from, long]) => away(instantOf(first + from * minuteMs), instantOf(first + (from + long) * minuteMs)));
  return fc.record({ runs: fc.constant(runs), absences: fc.array(span, { maxLength: 4 }), one: span });
});

describe('what is owed across a change of the clocks', () => {
  it('is all of it without an absence, never more than that, never less than nothing, and less with every absence', () => {
    fc.assert(
      fc.property(zoned, ({ runs, absences, one }) => {
        const now = '2027-01-01T00:00:00.000Z';
        for (const run of runs) {
          const owed = owedUnits(run, absences, now);
          expect(owedUnits(run, [], now)).toBe(run.volume);
          expect(owed).toBeGreaterThanOrEqual(0);
          expect(owed).toBeLessThanOrEqual(run.volume);
          expect(owedUnits(run, [...absences, one], now)).toBeLessThanOrEqual(owed);
          expect(owedUnits(run, [away(run.startsAt, run.dueAt)], now)).toBe(0);
          expect(lateAt(run, absences)).not.toBeNull();
        }
      }),
    );
  });

  it('is everything but what falls wholly away, whatever the length of the day', () => {
    for (const [timeZone, startsOn] of changes) {
      const runs = scheduleRuns({ ...termsInForce(), timeZone, startsOn, endsOn: addDays(startsOn, 20) }, 1);
      const run = runs.find(({ cadence }) => cadence === 'weekly');
      const oneDay = away(run!.startsAt, instantOf(instantMs(run!.startsAt) + 86_400_000));
      expect(owedUnits({ ...run!, volume: 7 }, [oneDay], run!.dueAt)).toBeGreaterThanOrEqual(6);
    }
  });
});
