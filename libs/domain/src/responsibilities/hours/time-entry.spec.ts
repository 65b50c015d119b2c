import * as fc from 'fast-check';
import type { InvoiceId, TimeEntryId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { instantOf } from '../../time/instant.js';
import type { Slot } from '../../time/slot.js';
import {
  acceptedAgreement,
  agency,
  agreementParties,
  business,
  inboxLine,
  readiness,
  stranger,
  terms,
} from '../agreement/agreement.examples.js';
import { engagement, termsInForce } from '../work/duty-run.examples.js';
import { bookedUntil, elapsedMinutes, hoursOfPeriod, inSteps } from './hours-of-period.js';
import { decideNewTimeEntry, decideTimeEntry } from './time-entry-decisions.js';
import { evolveTimeEntry } from './time-entry-evolution.js';
import type { NewTimeEntryCommand, TimeEntry, TimeEntryCommand, TimeEntryFact } from './time-entry.js';

const line = { ...inboxLine, lineId: 'calls', volume: 2, asNeeded: { stepMinutes: 15 } };
const agreed = termsInForce(acceptedAgreement({ ...terms, lines: [line, inboxLine] }));
const slot: Slot = { startAt: '2026-03-09T09:00:00.000Z', endAt: '2026-03-09T11:00:00.000Z' };
const now = '2026-03-09T09:30:00.000Z';
const hours = hoursOfPeriod(agreed, 'calls', now);
const counted = { recorded: 0, accepted: 0 };
const known = { hours, booked: [slot], counted };
const identity = { timeEntryId: 'entry-1' as TimeEntryId, ...agreementParties };
const start: NewTimeEntryCommand = {
  type: 'startTimer',
  ...identity,
  ...known,
  by: agency,
  engagement,
  readiness,
  note: null,
  now,
};
const record = (startedAt: string, endedAt: string, changes: object = {}): NewTimeEntryCommand => ({
  ...start,
  now: '2026-03-09T12:00:00.000Z',
  ...changes,
  type: 'recordTime',
  startedAt,
  endedAt,
});
const evolved = (facts: readonly TimeEntryFact[], entry: TimeEntry | null = null) =>
  facts.reduce<TimeEntry | null>(evolveTimeEntry, entry)!;
const after = (entry: TimeEntry, ...commands: TimeEntryCommand[]): TimeEntry =>
  commands.reduce((state, command) => evolved(decideTimeEntry(command, state), state), entry);
const running = evolved(decideNewTimeEntry(start));
const stopAt = (at: string, changes: object = {}): TimeEntryCommand => ({
  type: 'stopTimer',
  booked: [slot],
  counted,
  by: agency,
  now: at,
  ...changes,
});
const recorded = after(running, stopAt('2026-03-09T09:51:00.000Z'));
const accept: TimeEntryCommand = { type: 'acceptTimeEntry', by: business, counted, now };
const correct = (changes: object = {}): TimeEntryCommand => ({
  type: 'correctTimeEntry',
  ...known,
  by: agency,
  startedAt: slot.startAt,
  endedAt: '2026-03-09T10:00:00.000Z',
  note: null,
  now: '2026-03-09T12:00:00.000Z',
  ...changes,
});

describe('the hours of a line', () => {
  it('are those of the period that the time falls into', () => {
    expect(hours).toMatchObject({
      lineId: 'calls',
      ceilingMinutes: 120,
      stepMinutes: 15,
      period: { number: 2, startsOn: '2026-03-09', endsOn: '2026-03-15' },
      startsAt: '2026-03-08T23:00:00.000Z',
      endsAt: '2026-03-15T23:00:00.000Z',
    });
  });

  it.each<[string, Parameters<typeof hoursOfPeriod>]>([
    ['time-entry.agreement-not-accepted', [null, 'calls', now]],
    ['time-entry.line-unknown lineId', [agreed, 'gone', now]],
    ['time-entry.line-per-unit lineId', [agreed, 'inbox', now]],
    ['time-entry.outside-agreement startedAt', [agreed, 'calls', '2026-03-01T22:59:59.999Z']],
    ['time-entry.outside-agreement startedAt', [agreed, 'calls', '2026-05-31T22:00:00.000Z']],
    ['time-entry.after-last-day startedAt', [agreed, 'calls', '2026-03-12T23:00:00.000Z', '2026-03-12']],
  ])('are refused with %s', (refusal, asked) => {
    expect(refusalOf(() => hoursOfPeriod(...asked))).toBe(refusal);
  });

  it.each<[string, string, string, number]>([
    ['Madrid skips an hour', '2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z', 60],
    ['Madrid repeats an hour', '2026-10-25T00:30:00.000Z', '2026-10-25T02:30:00.000Z', 120],
    ['New York skips an hour', '2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z', 60],
    ['Lord Howe repeats half an hour', '2026-04-04T14:30:00.000Z', '2026-04-04T15:30:30.000Z', 60],
  ])('are minutes that passed, also where %s', (_, from, to, minutes) => {
    expect(elapsedMinutes(from, to)).toBe(minutes);
  });

  it('are booked until the last of the slots that touch each other', () => {
    const next = { startAt: slot.endAt, endAt: '2026-03-09T12:00:00.000Z' };
    const apart = { startAt: '2026-03-09T12:00:01.000Z', endAt: '2026-03-09T13:00:00.000Z' };
    expect(bookedUntil([apart, next, slot], now)).toBe(next.endAt);
    expect(bookedUntil([slot], slot.endAt)).toBeNull();
    expect(bookedUntil([], now)).toBeNull();
  });

  it('count in whole steps, never less than what passed and never a whole step more', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.constantFrom(1, 5, 6, 10, 12, 15, 20, 30, 60), (minutes, step) => {
        const rounded = inSteps(minutes, step);
        expect(rounded % step).toBe(0);
        expect(rounded - minutes).toBeGreaterThanOrEqual(0);
        expect(rounded - minutes).toBeLessThan(step);
      }),
    );
  });
});

describe('a time entry', () => {
  it('runs from the start to the stop, and counts the minutes between them in steps', () => {
    expect(running).toMatchObject({ status: 'running', lineId: 'calls', startedAt: now });
    expect(recorded).toMatchObject({
      status: 'recorded',
      minutes: 21,
      roundedMinutes: 30,
      silenceAcceptsAt: '2026-03-12T09:51:00.000Z',
    });
  });

  it('counts until the booked time is over, however late it is stopped', () => {
    expect(after(running, stopAt('2026-03-10T09:00:00.000Z'))).toMatchObject({ endedAt: slot.endAt, minutes: 90 });
  });

  it.each<[string, NewTimeEntryCommand]>([
    ['time-entry.not-the-agency', { ...start, by: business }],
    ['engagement.already-ended', { ...start, engagement: { ...engagement, status: 'ended' } as never }],
    ['time-entry.agency-not-verified', { ...start, readiness: { ...readiness, agencyStatus: 'suspended' } }],
    [
      'time-entry.assistant-not-published',
      { ...start, readiness: { ...readiness, assistant: { ...readiness.assistant, status: 'withdrawn' } } },
    ],
    ['time-entry.clearance-missing', { ...start, readiness: { ...readiness, clearance: null } }],
    [
      'time-entry.clearance-elsewhere',
      { ...start, readiness: { ...readiness, assistant: { ...readiness.assistant, countryCode: 'US' } } },
    ],
    [
      'time-entry.clearance-too-short',
      {
        ...start,
        readiness: { ...readiness, clearance: { ...readiness.clearance!, validUntil: '2026-03-09T09:29:59Z' } },
      },
    ],
    ['time-entry.note-too-long note', { ...start, note: 'a'.repeat(301) }],
    ['time-entry.not-booked', { ...start, now: slot.endAt }],
    ['time-entry.hours-used-up', { ...start, counted: { recorded: 60, accepted: 60 } }],
    ['time-entry.reversed endedAt', record(now, now)],
    ['time-entry.in-the-future endedAt', record(slot.startAt, slot.endAt, { now })],
    ['time-entry.not-booked startedAt', record('2026-03-09T08:59:59.999Z', now)],
    ['time-entry.beyond-booked endedAt', record(now, '2026-03-09T11:00:00.001Z')],
    ['time-entry.hours-used-up', record(now, slot.endAt, { counted: { recorded: 120, accepted: 0 } })],
  ])('does not begin: %s', (refusal, command) => {
    expect(refusalOf(() => decideNewTimeEntry(command))).toBe(refusal);
  });

  it.each<[string, TimeEntry, TimeEntryCommand]>([
    ['time-entry.not-the-agency', running, stopAt(now, { by: stranger })],
    ['time-entry.not-running', recorded, stopAt(now)],
    ['time-entry.not-booked', running, stopAt(now, { booked: [] })],
    ['time-entry.running', running, correct()],
    ['time-entry.not-the-agency', recorded, correct({ by: business })],
    ['time-entry.reversed endedAt', recorded, correct({ endedAt: slot.startAt })],
    ['time-entry.beyond-booked endedAt', recorded, correct({ endedAt: '2026-03-09T11:30:00.000Z' })],
    ['time-entry.not-the-business', recorded, { ...accept, by: agency } as TimeEntryCommand],
    ['time-entry.not-recorded', running, accept],
    ['time-entry.already-accepted', after(recorded, accept), accept],
    ['time-entry.not-recorded', running, { type: 'returnTimeEntry', by: business, reason: 'Why?', now }],
    ['time-entry.reason-missing reason', recorded, { type: 'returnTimeEntry', by: business, reason: ' ', now }],
    [
      'time-entry.reason-too-long reason',
      recorded,
      { type: 'returnTimeEntry', by: business, reason: 'a'.repeat(2001), now },
    ],
    ['time-entry.already-accepted', after(recorded, accept), { type: 'discardTimeEntry', by: agency, now }],
    ['time-entry.not-recorded', recorded, { type: 'acceptTimeEntryBySilence', counted, now }],
  ])('is refused with %s', (refusal, entry, command) => {
    expect(refusalOf(() => decideTimeEntry(command, entry))).toBe(refusal);
  });

  it('is accepted by silence once that has lasted as long as agreed', () => {
    const silent: TimeEntryCommand = { type: 'acceptTimeEntryBySilence', counted, now: '2026-03-12T09:51:00.000Z' };
    expect(after(recorded, silent)).toMatchObject({ status: 'accepted', bySilence: true, chargedMinutes: 30 });
  });

  it('waits for the business again when it is corrected, and never changes once it is invoiced', () => {
    const corrected = after(recorded, accept, correct({ note: 'Called back' }));
    expect(corrected).toMatchObject({ status: 'recorded', minutes: 60, note: 'Called back' });
    const invoice: TimeEntryCommand = { type: 'invoiceTimeEntry', invoiceId: 'invoice-1' as InvoiceId, now };
    const invoiced = after(recorded, accept, invoice);
    for (const command of [correct(), invoice]) {
      expect(refusalOf(() => decideTimeEntry(command, invoiced))).toBe('time-entry.locked');
    }
  });

  it('keeps how often it was returned, and nothing of its time when it is discarded', () => {
    const returned = after(recorded, { type: 'returnTimeEntry', by: business, reason: 'I was there', now });
    expect(returned).toMatchObject({ status: 'returned', timesReturned: 1 });
    expect(after(returned, correct())).toMatchObject({ status: 'recorded', timesReturned: 1 });
    const giveBack: TimeEntryCommand = { type: 'returnTimeEntry', by: business, reason: 'Not so', now };
    const thrice = after(returned, correct(), giveBack, correct(), giveBack, correct());
    expect(refusalOf(() => decideTimeEntry(giveBack, thrice))).toBe('time-entry.returned-too-often');
    const discarded = after(returned, { type: 'discardTimeEntry', by: agency, now });
    expect(discarded).not.toHaveProperty('minutes');
    expect(refusalOf(() => decideTimeEntry(correct(), discarded))).toBe('time-entry.discarded');
  });

  it('announces each share of the hours when it is reached', () => {
    const announced = (minutes: number, before: number): number[] => {
      const endedAt = instantOf(Date.parse(slot.startAt) + minutes * 60_000);
      const facts = decideNewTimeEntry(record(slot.startAt, endedAt, { counted: { recorded: before, accepted: 0 } }));
      return facts.flatMap((fact) => (fact.type === 'hoursUsed' ? [fact.percent] : []));
    };
    expect([announced(90, 0), announced(96, 0), announced(15, 90), announced(15, 105)]).toEqual([
      [],
      [80],
      [80],
      [100],
    ]);
    expect([announced(120, 0), announced(15, 100)]).toEqual([[80, 100], []]);
  });

  it('is charged no further than the ceiling of its period, however the others were accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 }), (lengths) => {
        let charged = 0;
        for (const minutes of lengths) {
          const endedAt = instantOf(Date.parse(slot.startAt) + minutes * 60_000);
          const entry = evolved(decideNewTimeEntry(record(slot.startAt, endedAt)));
          const taken = after(entry, { ...accept, counted: { recorded: 0, accepted: charged } } as TimeEntryCommand);
          if (taken.status === 'accepted') charged += taken.chargedMinutes;
        }
        const worked = lengths.reduce((total, minutes) => total + inSteps(minutes, 15), 0);
        expect(charged).toBe(Math.min(120, worked));
      }),
    );
  });
});
