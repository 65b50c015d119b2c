import type { AgreementTerms } from '../agreement/agreement-terms.js';
import type { DutyRunId } from '../../ids.js';
import { changeOfPrice, pricedRun } from './change-of-price.js';
import { decideDutyRun } from './duty-run-decisions.js';
import { evolveDutyRun } from './duty-run-evolution.js';
import { markDone, scheduleOf, termsInForce } from './duty-run.examples.js';
import { scheduleRuns } from './duty-run-schedule.js';
import type { DutyRun, DutyRunCommand } from './duty-run.js';

const before = termsInForce();
const half: AgreementTerms = {
  ...before,
  lines: before.lines.map((line) => ({
    ...line,
    unitPrice: { ...line.unitPrice, amountMinor: Math.ceil(line.unitPrice.amountMinor / 2) },
  })),
};
const play = (run: DutyRun | null, command: DutyRunCommand): DutyRun =>
  decideDutyRun(command, run).reduce<DutyRun | null>(evolveDutyRun, run)!;
const runs = scheduleRuns(before, 1).map((plan, index) => play(null, scheduleOf(plan, `run-${index}` as DutyRunId)));
/** Within the second week: the first is over. */
const now = '2026-03-10T09:00:00.000Z';

describe('what a change of terms does to the price', () => {
  it('is told of the whole term, as if either version had held from its first day', () => {
    const { before: was, after } = changeOfPrice(before, half, [], now);
    expect(was.subtotal.amountMinor).toBe(92_650);
    expect(after.subtotal.amountMinor).toBe(13 * 5 * 625 + 3 * 40 * 48);
  });

  it('leaves alone what somebody has worked on, and periods that are over', () => {
    const [first, second, ...others] = runs as [DutyRun, DutyRun, ...DutyRun[]];
    const worked = play(second, { ...markDone, doneAt: '2026-03-09T15:00:00.000Z', quantity: 2, now });
    const { kept, ahead } = changeOfPrice(
      before,
      half,
      [first, worked, ...others].map((run) => pricedRun(run, now)),
      now,
    );
    expect(kept.amountMinor).toBe(5 * 1250 + 2 * 1250);
    expect(ahead.before.amountMinor).toBe(11 * 5 * 1250 + 3 * 40 * 95);
    expect(ahead.after.amountMinor).toBe(11 * 5 * 625 + 3 * 40 * 48);
  });

  it('counts the most hours of periods that are not over, where they are as needed', () => {
    const asNeeded = { stepMinutes: 15 };
    const hours: AgreementTerms = { ...before, lines: [{ ...before.lines[0]!, asNeeded }] };
    expect(changeOfPrice(before, hours, [], now).ahead.after.amountMinor).toBe(12 * 5 * 1250);
  });

  it('owes nothing for what was called off', () => {
    const cancelled = play(runs[0]!, { type: 'cancelDutyRun', now: '2026-03-03T09:00:00.000Z' });
    expect(changeOfPrice(before, half, [pricedRun(cancelled, now)], now).kept.amountMinor).toBe(0);
  });
});
