import * as fc from 'fast-check';
import { quoteOf } from '../../billing/pricing/quote.js';
import type { DutyRunId } from '../../ids.js';
import { addDays } from '../../time/local-date.js';
import { acceptedAgreement, approvalLine, booksLine, inboxLine, terms } from '../agreement/agreement.examples.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import { changeSchedule, scheduleRuns } from './duty-run-schedule.js';
import { markDone, playedRun, scheduleOf, termsInForce } from './duty-run.examples.js';
import type { DutyRun } from './duty-run.js';

const agreed = termsInForce();
const runsOf = (some: AgreementTerms): DutyRun[] =>
  scheduleRuns(some, 1).map((plan, index) => playedRun([scheduleOf(plan, `run-${index}`)]).run);

describe('the schedule of duty runs', () => {
  it('has a run for each period of what the assistant answers for, due at the end of the period', () => {
    const runs = scheduleRuns(agreed, 1);
    expect(runs.filter((run) => run.lineId === 'inbox')).toHaveLength(13);
    expect(runs.filter((run) => run.lineId === 'approval')).toHaveLength(0);
    const books = runs.filter((run) => run.lineId === 'books');
    // The clocks of Madrid change on 29 March 2026.
    expect(books.map((run) => [run.periodStartsOn, run.periodEndsOn, run.startsAt, run.dueAt])).toEqual([
      ['2026-03-02', '2026-04-01', '2026-03-01T23:00:00.000Z', '2026-04-01T22:00:00.000Z'],
      ['2026-04-02', '2026-05-01', '2026-04-01T22:00:00.000Z', '2026-05-01T22:00:00.000Z'],
      ['2026-05-02', '2026-05-31', '2026-05-01T22:00:00.000Z', '2026-05-31T22:00:00.000Z'],
    ]);
    expect(books[0]).not.toHaveProperty('accountable');
  });

  it('is due on the days that a rule names, each run since the day after the one before', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,TH';
    const runs = scheduleRuns({ ...agreed, endsOn: '2026-03-13', lines: [{ ...agreed.lines[0]!, rule }] }, 1);
    expect(
      runs.map((run) => [run.periodNumber, run.periodStartsOn, run.periodEndsOn, run.startsAt, run.dueAt]),
    ).toEqual([
      [1, '2026-03-02', '2026-03-02', '2026-03-01T23:00:00.000Z', '2026-03-02T23:00:00.000Z'],
      [2, '2026-03-03', '2026-03-05', '2026-03-02T23:00:00.000Z', '2026-03-05T23:00:00.000Z'],
      [3, '2026-03-06', '2026-03-09', '2026-03-05T23:00:00.000Z', '2026-03-09T23:00:00.000Z'],
      [4, '2026-03-10', '2026-03-12', '2026-03-09T23:00:00.000Z', '2026-03-12T23:00:00.000Z'],
    ]);
    const holidays = { countryCode: 'ES', regionCode: null };
    const [first] = scheduleRuns(
      { ...agreed, holidays, lines: [{ ...agreed.lines[0]!, rule }] },
      1,
      () => new Set(['2026-03-02']),
    );
    expect(first).toMatchObject({ periodEndsOn: '2026-03-02', dueAt: '2026-03-03T23:00:00.000Z' });
  });

  it('has as many runs and units as the quote charges for', () => {
    const cadence = fc.oneof(
      fc.record({ cadence: fc.constantFrom('once' as const, 'weekly' as const, 'monthly' as const) }),
      fc.record({
        cadence: fc.constant('weekly' as const),
        rule: fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR'),
      }),
      fc.record({
        cadence: fc.constant('monthly' as const),
        rule: fc.constantFrom('FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
      }),
    );
    const zone = fc.constantFrom('Europe/Madrid', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Apia');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 729 }),
        fc.array(cadence, { minLength: 1 }),
        zone,
        (days, all, timeZone) => {
          const lines = all.map((each, index) => ({ ...agreed.lines[0]!, lineId: `line-${index}`, ...each }));
          const some: AgreementTerms = { ...agreed, timeZone, endsOn: addDays(agreed.startsOn, days), lines };
          const runs = scheduleRuns(some, 1);
          for (const line of quoteOf(some).lines) {
            const ofLine = runs.filter((run) => run.lineId === line.lineId);
            expect(ofLine).toHaveLength(line.occurrences);
            const amount = ofLine.reduce((total, run) => total + run.volume * run.unitPrice.amountMinor, 0);
            expect(amount).toBe(line.subtotal.amountMinor);
            const ends = ofLine.map((run) => run.dueAt);
            expect(ofLine.every((run) => run.startsAt < run.dueAt)).toBe(true);
            expect(ofLine.slice(1).map((run) => run.startsAt)).toEqual(ends.slice(0, -1));
          }
        },
      ),
    );
  });
});

describe('changing the schedule', () => {
  const beforeStart = '2026-02-25T09:00:00.000Z';
  const inApril = '2026-04-10T09:00:00.000Z';

  it('adds every run at the start, but none for a period that is over', () => {
    expect(changeSchedule(agreed, 1, [], beforeStart).add).toEqual(scheduleRuns(agreed, 1));
    const late = changeSchedule(agreed, 1, [], inApril);
    expect(late.add.find((run) => run.lineId === 'inbox')?.periodStartsOn).toBe('2026-04-06');
  });

  it('does nothing while the same version is in force', () => {
    expect(changeSchedule(agreed, 1, runsOf(agreed), inApril)).toEqual({ add: [], replan: [], cancel: [] });
  });

  it('replans what lies ahead and leaves what was worked on, and what is over, under its own terms', () => {
    const [first, second, ...rest] = runsOf(agreed);
    const [plan] = scheduleRuns(agreed, 1);
    const worked = playedRun([scheduleOf(plan!, first!.dutyRunId), markDone]).run;
    const bigger = termsInForce(acceptedAgreement({ ...terms, lines: [{ ...inboxLine, volume: 8 }, approvalLine] }));
    const duringTheSecondWeek = '2026-03-11T09:00:00.000Z';
    const change = changeSchedule(bigger, 2, [worked, second!, ...rest], duringTheSecondWeek);
    expect(change.add).toEqual([]);
    expect(change.replan).toHaveLength(12);
    expect(change.replan[0]).toMatchObject({ dutyRunId: second!.dutyRunId, plan: { volume: 8, versionNumber: 2 } });
    const books = rest.filter((run) => run.lineId === 'books');
    expect(change.cancel).toEqual(books.map((run) => run.dutyRunId));
    const later = changeSchedule(bigger, 2, runsOf(agreed), inApril);
    expect(later.replan[0]?.plan.periodStartsOn).toBe('2026-04-06');
  });

  it('adds the runs of a new line and of a longer term, and cancels those after a shorter one', () => {
    const wider = termsInForce(
      acceptedAgreement({ ...terms, endsOn: '2026-06-14', lines: [inboxLine, { ...booksLine, lineId: 'more-books' }] }),
    );
    const { add } = changeSchedule(wider, 2, runsOf(agreed), inApril);
    expect(add.map((run) => [run.lineId, run.periodNumber])).toEqual([
      ['inbox', 14],
      ['inbox', 15],
      ['more-books', 2],
      ['more-books', 3],
      ['more-books', 4],
    ]);
    const shorter = termsInForce(acceptedAgreement({ ...terms, endsOn: '2026-04-30' }));
    const { cancel } = changeSchedule(shorter, 2, runsOf(agreed), inApril);
    expect(cancel).toHaveLength(5);
  });

  it('asks for nothing that would begin after the last day of a notice, and adds nothing after it', () => {
    const { add, replan, cancel } = changeSchedule(agreed, 1, runsOf(agreed), inApril, undefined, '2026-05-03');
    expect([add, replan]).toEqual([[], []]);
    expect(cancel).toHaveLength(runsOf(agreed).filter(({ periodStartsOn }) => periodStartsOn > '2026-05-03').length);
    const fresh = changeSchedule(agreed, 1, [], beforeStart, undefined, '2026-05-03').add;
    expect(fresh.map(({ periodStartsOn }) => periodStartsOn > '2026-05-03')).not.toContain(true);
    expect(fresh).toHaveLength(16 - cancel.length);
  });

  it('does not see runs that were cancelled', () => {
    const [plan] = scheduleRuns(agreed, 1);
    const cancelled = playedRun([scheduleOf(plan!), { type: 'cancelDutyRun', now: beforeStart }]).run;
    expect(changeSchedule(agreed, 1, [cancelled], beforeStart).add).toHaveLength(16);
    expect(changeSchedule(agreed, 1, [cancelled], beforeStart).cancel).toEqual([] as DutyRunId[]);
  });

  it('puts off what would be due on a public holiday that the two sides agreed on, to the next working day', () => {
    const catalonia = { countryCode: 'ES', regionCode: 'CT' };
    // The month of the receipts ends on the first of May, a Friday.
    const lookUp = () => new Set(['2026-05-01']);
    const dueOf = (some: AgreementTerms) =>
      scheduleRuns(some, 1, lookUp)
        .filter(({ lineId }) => lineId === 'books')
        .map(({ periodEndsOn, dueAt }) => [periodEndsOn, dueAt]);
    expect(dueOf({ ...agreed, holidays: catalonia })[1]).toEqual(['2026-05-01', '2026-05-04T22:00:00.000Z']);
    expect(dueOf(agreed)[1]).toEqual(['2026-05-01', '2026-05-01T22:00:00.000Z']);
  });
});
