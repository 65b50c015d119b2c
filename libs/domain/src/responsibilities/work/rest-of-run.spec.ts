import * as fc from 'fast-check';
import { quoteOf } from '../../billing/pricing/quote.js';
import type { DutyRunId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { addDays } from '../../time/local-date.js';
import type { AgreementTerms } from '../agreement/agreement-terms.js';
import { accept, engagement, firstWeek, markDone, playedRun, scheduleOf, termsInForce } from './duty-run.examples.js';
import { changeSchedule, scheduleRuns } from './duty-run-schedule.js';
import type { AcceptDutyRun, DutyRun, PlannedRun } from './duty-run.js';
import { carriedOver, laterPeriod } from './rest-of-run.js';

const terms = termsInForce();
const schedule = scheduleOf(firstWeek);
const secondWeek = laterPeriod(firstWeek, terms, engagement, accept.now);
const accepting = (quantity: number, changes: Partial<AcceptDutyRun>): DutyRun =>
  playedRun([schedule, { ...markDone, quantity }, { ...accept, laterPeriod: secondWeek, ...changes }]).run;
const carried = carriedOver(accepting(3, { rest: 'carried-over' }), secondWeek, 'rest-1' as DutyRunId, accept.now);

describe('the rest of a run of which less was done than asked for', () => {
  it('is waived, and then nothing of it is owed', () => {
    const run = accepting(3, { rest: 'waived' });
    expect(run).toMatchObject({ status: 'accepted', rest: { quantity: 2, becomes: 'waived' } });
    expect(carriedOver(run, secondWeek, 'rest-1' as DutyRunId, accept.now)).toBeNull();
  });

  it('is carried over to the next period as a run of its own, at its price and under its version', () => {
    const { unitPrice, versionNumber, lineId, doneCriterion } = firstWeek;
    expect(carried).toMatchObject({
      type: 'scheduleDutyRun',
      carriedFrom: 'run-1',
      plan: {
        lineId,
        doneCriterion,
        unitPrice,
        versionNumber,
        volume: 2,
        periodNumber: 2,
        periodStartsOn: '2026-03-09',
      },
    });
    expect(playedRun([carried!]).run).toMatchObject({ status: 'scheduled', volume: 2, carriedFrom: 'run-1' });
  });

  it('is waived by silence', () => {
    const { run } = playedRun([
      schedule,
      { ...markDone, quantity: 4 },
      { type: 'acceptDutyRunBySilence', now: '2026-03-20T09:00:00.000Z' },
    ]);
    expect(run).toMatchObject({ bySilence: true, rest: { quantity: 1, becomes: 'waived' } });
  });

  it.each<[string, number, Partial<AcceptDutyRun>, string]>([
    ['where nothing is said of it', 3, { rest: null }, 'duty-run.rest-missing rest'],
    ['where everything was done', 5, { rest: 'waived' }, 'duty-run.no-rest rest'],
    ['where no period is left', 3, { rest: 'carried-over', laterPeriod: null }, 'duty-run.no-later-period rest'],
  ])('is refused %s', (_, quantity, changes, code) => {
    expect(refusalOf(() => accepting(quantity, changes))).toBe(code);
  });

  it('finds the next period that is not over, and none after the term or the end', () => {
    const later = laterPeriod(firstWeek, terms, engagement, '2026-03-25T09:00:00.000Z');
    expect(later).toMatchObject({ periodNumber: 4, periodStartsOn: '2026-03-23' });
    expect(laterPeriod(firstWeek, terms, engagement, '2026-05-31T22:00:00.000Z')).toBeNull();
    const notice = { by: 'agency', reason: 'She moves', givenAt: accept.now, lastDayOn: '2026-03-22' } as const;
    expect(laterPeriod(firstWeek, terms, { ...engagement, notice }, '2026-03-15T09:00:00.000Z')).not.toBeNull();
    expect(laterPeriod(firstWeek, terms, { ...engagement, notice }, '2026-03-25T09:00:00.000Z')).toBeNull();
    const ended = { ...engagement, status: 'ended', endedBy: 'term', reason: null, endedAt: accept.now } as const;
    expect(laterPeriod(firstWeek, terms, ended, accept.now)).toBeNull();
    const last = scheduleRuns(terms, 1).findLast(({ lineId }) => lineId === firstWeek.lineId) as PlannedRun;
    expect(laterPeriod(last, terms, engagement, accept.now)).toBeNull();
  });

  it('stays as it was owed when the terms change', () => {
    const { run } = playedRun([carried!]);
    const others = scheduleRuns(terms, 1).map((plan, index) => playedRun([scheduleOf(plan, `run-${index}`)]).run);
    const without: AgreementTerms = { ...terms, lines: terms.lines.filter(({ lineId }) => lineId !== run.lineId) };
    const change = changeSchedule(without, 2, [...others, run], accept.now);
    expect(change.cancel).not.toContain(run.dutyRunId);
    expect(change.replan.map(({ dutyRunId }) => dutyRunId)).not.toContain(run.dutyRunId);
    expect(changeSchedule(terms, 1, [...others, run], accept.now)).toEqual({ add: [], replan: [], cancel: [] });
  });

  it('loses no unit and makes none, and what is accepted never comes to more than the quote', () => {
    const steps = fc.array(fc.record({ done: fc.nat({ max: 9 }), carry: fc.boolean() }), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 40 }), (all, volume, days) => {
        const line = { ...terms.lines[0]!, volume };
        const some: AgreementTerms = { ...terms, lines: [line], endsOn: addDays(terms.startsOn, days) };
        const [quoted] = quoteOf(some).lines;
        const owed = quoted!.occurrences * volume;
        const open = scheduleRuns(some, 1).map((plan, index) => scheduleOf(plan, `run-${index}`));
        let [accepted, waived] = [0, 0];
        for (const [index, { done, carry }] of all.entries()) {
          const next = open.shift();
          if (next === undefined) break;
          const quantity = Math.max(1, Math.min(done, next.plan.volume));
          const doneAt = next.plan.startsAt;
          const later = laterPeriod(next.plan, some, engagement, doneAt);
          const hasRest = quantity < next.plan.volume;
          const rest = hasRest ? (carry && later !== null ? 'carried-over' : 'waived') : null;
          const { run } = playedRun([
            next,
            { ...markDone, minutes: 1, quantity, doneAt, now: doneAt },
            { ...accept, rest, laterPeriod: later, now: doneAt },
          ]);
          accepted += quantity;
          if (rest === 'waived') waived += next.plan.volume - quantity;
          const over = carriedOver(run, later, `rest-${index}` as DutyRunId, doneAt);
          if (over !== null) open.push(over);
          const left = open.reduce((total, { plan }) => total + plan.volume, 0);
          expect(accepted + waived + left).toBe(owed);
          expect(accepted * line.unitPrice.amountMinor).toBeLessThanOrEqual(quoted!.subtotal.amountMinor);
        }
      }),
    );
  });
});
