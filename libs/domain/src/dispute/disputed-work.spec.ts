import type { DisputeId, InvoiceId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideDutyRun } from '../responsibilities/work/duty-run-decisions.js';
import { evolveDutyRun } from '../responsibilities/work/duty-run-evolution.js';
import type { DutyRun, DutyRunCommand } from '../responsibilities/work/duty-run.js';
import {
  accept,
  firstWeek,
  giveBack,
  markDone,
  playedRun,
  scheduleOf,
} from '../responsibilities/work/duty-run.examples.js';
import type { TimeEntry, TimeEntryCommand } from '../responsibilities/hours/time-entry.js';
import { decideTimeEntry } from '../responsibilities/hours/time-entry-decisions.js';
import { evolveTimeEntry } from '../responsibilities/hours/time-entry-evolution.js';
import { business } from '../responsibilities/agreement/agreement.examples.js';
import { chargeOfEntry, chargeOfRun } from './disputed-charge.js';

const disputeId = 'dispute-1' as DisputeId;
const now = '2026-03-12T09:00:00.000Z';
const schedule = scheduleOf(firstWeek);

describe('a run in dispute', () => {
  const hold: DutyRunCommand = { type: 'holdDutyRun', disputeId, now };
  const release = (accepts: number | null): DutyRunCommand => ({ type: 'releaseDutyRun', disputeId, accepts, now });
  const histories: Readonly<Record<'done' | 'returned' | 'accepted', readonly DutyRunCommand[]>> = {
    done: [schedule, markDone],
    returned: [schedule, markDone, giveBack],
    accepted: [schedule, markDone, accept],
  };
  const invoice: DutyRunCommand = { type: 'invoiceDutyRun', invoiceId: 'invoice-1' as InvoiceId, now };

  it.each(['done', 'returned', 'accepted'] as const)('that was %s stays as it is until that is settled', (status) => {
    const { run } = playedRun([...histories[status], hold]);
    const before = playedRun(histories[status]).run;
    expect(run).toEqual({ ...before, disputeId });
    const others = [accept, giveBack, markDone, hold, invoice, { type: 'acceptDutyRunBySilence', now } as const];
    for (const command of others) expect(refusalOf(() => decideDutyRun(command, run))).toBe('duty-run.in-dispute');
    expect(decideDutyRun({ type: 'reassignDutyRun', assistantId: run.assistantId, now }, run)).toEqual([]);
    expect(playedRun([...histories[status], hold, release(null)]).run).toEqual(before);
  });

  it.each(['done', 'returned', 'accepted'] as const)(
    'that was %s is accepted as decided, by the next invoice',
    (status) => {
      const whole = playedRun([...histories[status], hold, release(5)]).run;
      expect(whole).toMatchObject({ status: 'accepted', quantity: 5, acceptedAt: now, rest: null, invoiceId: null });
      const part = playedRun([...histories[status], hold, release(2)]).run;
      expect(part).toMatchObject({ status: 'accepted', quantity: 2, rest: { quantity: 3, becomes: 'waived' } });
      for (const member of ['disputeId', 'silenceAcceptsAt', 'reason', 'returnedAt']) {
        expect(part).not.toHaveProperty(member);
      }
      expect(evolveDutyRun(part, decideDutyRun(invoice, part)[0]!)).toMatchObject({ invoiceId: 'invoice-1' });
    },
  );

  it('is called off where it falls', () => {
    const { run } = playedRun([...histories.returned, hold, release(0)]);
    expect(run).toMatchObject({ status: 'cancelled', cancelledAt: now, timesReturned: 1 });
    expect(run).not.toHaveProperty('evidence');
    expect(run).not.toHaveProperty('disputeId');
  });

  it('is one that was reported and is on no invoice; another dispute doesn’t release it', () => {
    const { run: scheduled } = playedRun([schedule]);
    expect(refusalOf(() => decideDutyRun(hold, scheduled))).toBe('duty-run.not-done');
    const { run: invoiced } = playedRun([...histories.accepted, invoice]);
    expect(refusalOf(() => decideDutyRun(hold, invoiced))).toBe('duty-run.already-invoiced');
    const { run: held } = playedRun([...histories.done, hold]);
    expect(decideDutyRun({ ...release(5), disputeId: 'dispute-2' } as DutyRunCommand, held)).toEqual([]);
  });

  it('is about the units that were reported', () => {
    const charge = (run: DutyRun) => chargeOfRun(run);
    const { run } = playedRun(histories.accepted);
    expect(charge(run)).toMatchObject({ measure: 5, isCharged: true, since: accept.now, unit: firstWeek.unit });
    expect(charge(playedRun(histories.returned).run)).toMatchObject({ isCharged: false, since: null });
    expect(charge(run).amount.amountMinor).toBe(5 * firstWeek.unitPrice.amountMinor);
  });
});

describe('time in dispute', () => {
  const hours = {
    lineId: 'calls',
    description: 'Calls',
    hourlyRate: { amountMinor: 2_000, currency: 'EUR' },
    stepMinutes: 15,
    ceilingMinutes: 120,
    silenceAcceptsAfterHours: 72,
    period: { number: 1, startsOn: '2026-03-09', endsOn: '2026-03-15' },
    startsAt: '2026-03-08T23:00:00.000Z',
    endsAt: '2026-03-15T23:00:00.000Z',
  } as const;
  const recorded = {
    status: 'recorded',
    timeEntryId: 'entry-1',
    agreementId: 'agreement-1',
    agencyId: 'agency-1',
    assistantId: 'assistant-1',
    businessId: business.organisationId,
    lineId: 'calls',
    note: null,
    timesReturned: 0,
    startedAt: '2026-03-09T09:00:00.000Z',
    endedAt: '2026-03-09T09:50:00.000Z',
    minutes: 50,
    roundedMinutes: 60,
    hours,
    recordedAt: '2026-03-09T10:00:00.000Z',
    silenceAcceptsAt: '2026-03-12T10:00:00.000Z',
  } as unknown as TimeEntry;
  const after = (...commands: readonly TimeEntryCommand[]): TimeEntry =>
    commands.reduce(
      (entry, command) => decideTimeEntry(command, entry).reduce<TimeEntry>(evolveTimeEntry, entry),
      recorded,
    );
  const counted = { recorded: 0, accepted: 0 };
  const hold: TimeEntryCommand = { type: 'holdTimeEntry', disputeId, now };
  const release = (accepts: number | null, others = counted): TimeEntryCommand => ({
    type: 'releaseTimeEntry',
    disputeId,
    accepts,
    counted: others,
    now,
  });
  const take: TimeEntryCommand = { type: 'acceptTimeEntry', by: business, counted, now };
  const invoice: TimeEntryCommand = { type: 'invoiceTimeEntry', invoiceId: 'invoice-1' as InvoiceId, now };

  it('stays as it is until that is settled', () => {
    for (const command of [take, hold, invoice, { type: 'acceptTimeEntryBySilence', counted, now } as const]) {
      expect(refusalOf(() => decideTimeEntry(command, after(hold)))).toBe('time-entry.in-dispute');
    }
    expect(after(hold, release(null))).toEqual(recorded);
    expect(after(take, hold, release(null))).toEqual(after(take));
  });

  it('is accepted as decided, within the ceiling of its period', () => {
    for (const history of [[hold], [take, hold]]) {
      expect(after(...history, release(45))).toMatchObject({ status: 'accepted', chargedMinutes: 45, acceptedAt: now });
      expect(after(...history, release(0))).toMatchObject({ status: 'accepted', chargedMinutes: 0 });
      expect(after(...history, release(60, { recorded: 0, accepted: 90 }))).toMatchObject({ chargedMinutes: 30 });
    }
    expect(after(hold, release(45))).not.toHaveProperty('disputeId');
  });

  it('is time that was recorded and is on no invoice', () => {
    expect(refusalOf(() => decideTimeEntry(hold, after(take, invoice)))).toBe('time-entry.locked');
    const running = { ...recorded, status: 'running' } as unknown as TimeEntry;
    expect(refusalOf(() => decideTimeEntry(hold, running))).toBe('time-entry.not-recorded');
    expect(decideTimeEntry({ ...release(5), disputeId: 'dispute-2' } as TimeEntryCommand, after(hold))).toEqual([]);
  });

  it('is about its minutes in steps, or what was accepted of them', () => {
    expect(chargeOfEntry(recorded)).toMatchObject({ measure: 60, isCharged: false, amount: { amountMinor: 2_000 } });
    expect(chargeOfEntry(after(take))).toMatchObject({ measure: 60, isCharged: true, since: now });
  });
});
