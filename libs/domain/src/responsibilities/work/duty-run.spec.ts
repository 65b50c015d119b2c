import type { InvoiceId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { agency, agreementId, business, stranger, readiness } from '../agreement/agreement.examples.js';
import { accept, engagement, firstWeek, giveBack, markDone, playedRun, scheduleOf } from './duty-run.examples.js';
import { decideDutyRun } from './duty-run-decisions.js';
import { evolveDutyRun } from './duty-run-evolution.js';
import type { DutyRun, DutyRunCommand, Evidence, MarkDutyRunDone } from './duty-run.js';

const schedule = scheduleOf(firstWeek);
const scheduled = playedRun([schedule]).run;
const done = playedRun([schedule, markDone]).run;
const returned = playedRun([schedule, markDone, giveBack]).run;
const accepted = playedRun([schedule, markDone, accept]).run;
const refusal = (command: DutyRunCommand, run: DutyRun): string | null => refusalOf(() => decideDutyRun(command, run));
const again: MarkDutyRunDone = { ...markDone, doneAt: '2026-03-08T10:00:00.000Z', now: '2026-03-08T11:00:00.000Z' };
const silence = (now: string) => ({ type: 'acceptDutyRunBySilence', now }) as const;

const onLeave = {
  ...readiness,
  assistant: { ...readiness.assistant, daysOff: [{ from: '2026-03-06', to: '2026-03-06' }] },
};

describe('marking a duty run done', () => {
  it('records minutes, quantity and evidence, and says when silence accepts it', () => {
    expect(decideDutyRun(markDone, scheduled)).toEqual([
      {
        type: 'dutyRunDone',
        userId: 'user-a',
        minutes: 300,
        quantity: 5,
        evidence: markDone.evidence,
        doneAt: '2026-03-06T15:00:00.000Z',
        reportedAt: '2026-03-06T16:00:00.000Z',
        silenceAcceptsAt: '2026-03-09T16:00:00.000Z',
      },
    ]);
    expect(done.status).toBe('done');
  });

  const refusals: readonly (readonly [string, Partial<MarkDutyRunDone>, string])[] = [
    ['by the business', { by: business }, 'duty-run.not-the-agency'],
    ['by a stranger', { by: stranger }, 'duty-run.not-the-agency'],
    ['before the engagement has begun', { engagement: null }, 'duty-run.engagement-not-confirmed'],
    [
      'in another engagement',
      { engagement: { ...engagement, engagementId: 'agreement-9' as typeof agreementId } },
      'duty-run.engagement-not-confirmed',
    ],
    [
      'when the engagement ended before the period',
      {
        engagement: {
          ...engagement,
          status: 'ended',
          endedBy: 'business',
          reason: 'closed',
          endedAt: '2026-03-01T22:59:59.999Z',
        },
      },
      'duty-run.engagement-ended',
    ],
    [
      'for a period after the last day of a notice',
      {
        engagement: {
          ...engagement,
          notice: { by: 'agency', reason: 'She moves', givenAt: engagement.startedAt, lastDayOn: '2026-03-01' },
        },
      },
      'duty-run.after-last-day',
    ],
    ['in the future', { doneAt: '2026-03-06T16:00:00.001Z' }, 'duty-run.in-the-future doneAt'],
    ['before the period', { doneAt: '2026-03-01T22:59:59.999Z' }, 'duty-run.before-the-period doneAt'],
    ['in no minutes', { minutes: 0 }, 'duty-run.minutes-out-of-range minutes'],
    ['in parts of a minute', { minutes: 0.5 }, 'duty-run.minutes-out-of-range minutes'],
    ['in more minutes than the period has', { minutes: 10_081 }, 'duty-run.minutes-out-of-range minutes'],
    ['with no unit', { quantity: 0 }, 'duty-run.quantity-out-of-range quantity'],
    ['with more units than agreed', { quantity: 6 }, 'duty-run.quantity-out-of-range quantity'],
    ['without evidence', { evidence: [] }, 'duty-run.without-evidence evidence'],
    [
      'by an agency that is suspended',
      { readiness: { ...readiness, agencyStatus: 'suspended' } },
      'duty-run.agency-not-verified',
    ],
    ['without a clearance', { readiness: { ...readiness, clearance: null } }, 'duty-run.clearance-missing'],
    [
      'for a listing that is withdrawn',
      { readiness: { ...readiness, assistant: { ...readiness.assistant, status: 'withdrawn' } } },
      'duty-run.assistant-not-published',
    ],
    [
      'from a workplace in another country',
      { readiness: { ...readiness, assistant: { ...readiness.assistant, countryCode: 'US' } } },
      'duty-run.clearance-elsewhere',
    ],
    [
      'with a clearance that is over',
      { readiness: { ...readiness, clearance: { ...readiness.clearance!, validUntil: '2026-03-06T15:59:59.999Z' } } },
      'duty-run.clearance-too-short',
    ],
    ['on a day off', { readiness: onLeave }, 'duty-run.on-day-off doneAt'],
    [
      'with a heap of evidence',
      { evidence: Array.from({ length: 21 }, () => ({ kind: 'note' as const, value: 'x' })) },
      'duty-run.too-much-evidence evidence',
    ],
  ];
  it('is taken on a day off to which both sides agreed', () => {
    expect(refusal({ ...markDone, readiness: onLeave, daysOffAgreed: true }, scheduled)).toBeNull();
  });

  it.each(refusals)('is refused %s', (_, changes, expected) => {
    expect(refusal({ ...markDone, ...changes }, scheduled)).toBe(expected);
  });

  const evidence: readonly (readonly [Evidence, boolean])[] = [
    [{ kind: 'link', value: 'https://desk.example/1?a=b#c' }, true],
    [{ kind: 'link', value: 'javascript:alert(1)' }, false],
    [{ kind: 'link', value: 'https://' }, false],
    [{ kind: 'link', value: 'https://a b' }, false],
    [{ kind: 'note', value: 'Called the supplier' }, true],
    [{ kind: 'note', value: '  ' }, false],
    [{ kind: 'note', value: 'x'.repeat(2001) }, false],
    [{ kind: 'document-hash', value: 'a1'.repeat(32) }, true],
    [{ kind: 'document-hash', value: 'a1' }, false],
  ];
  it.each(evidence)('looks at its evidence: %j', (piece, isTaken) => {
    const expected = isTaken ? null : 'duty-run.bad-evidence evidence.1.value';
    expect(refusal({ ...markDone, evidence: [...markDone.evidence, piece] }, scheduled)).toBe(expected);
  });

  it('is taken at its bounds', () => {
    expect(refusal({ ...markDone, minutes: 7 * 1440, quantity: 1 }, scheduled)).toBeNull();
    expect(refusal({ ...markDone, minutes: 1 }, scheduled)).toBeNull();
    expect(refusal({ ...markDone, doneAt: markDone.now }, scheduled)).toBeNull();
    const note = { kind: 'note' as const, value: 'x'.repeat(2000) };
    expect(refusal({ ...markDone, evidence: Array.from({ length: 20 }, () => note) }, scheduled)).toBeNull();
    expect(refusal({ ...markDone, doneAt: '2026-03-01T23:00:00.000Z' }, scheduled)).toBeNull();
  });

  it('may finish what had begun when the engagement ended', () => {
    const ended = { ...engagement, status: 'ended', endedBy: 'term', reason: null } as const;
    const command = { ...markDone, engagement: { ...ended, endedAt: '2026-03-05T00:00:00.000Z' } };
    expect(refusal(command, scheduled)).toBeNull();
  });

  it('is possible once, and again after a return', () => {
    expect(refusal(again, done)).toBe('duty-run.not-open');
    expect(refusal(again, accepted)).toBe('duty-run.not-open');
    expect(refusal(markDone, returned)).toBe('duty-run.done-before-return doneAt');
    const { run } = playedRun([schedule, markDone, giveBack, again]);
    expect(run).toMatchObject({
      status: 'done',
      timesReturned: 1,
      firstDoneAt: markDone.doneAt,
      doneAt: again.doneAt,
      silenceAcceptsAt: '2026-03-11T11:00:00.000Z',
    });
    expect(run).not.toHaveProperty('reason');
  });
});

describe('returning a duty run', () => {
  it('is bounded: after three rounds the two sides settle it otherwise', () => {
    const rounds = Array.from({ length: 3 }, () => [giveBack, again]).flat();
    const { run } = playedRun([schedule, markDone, ...rounds]);
    expect(run).toMatchObject({ status: 'done', timesReturned: 3 });
    expect(refusal(giveBack, run)).toBe('duty-run.returned-too-often');
    expect(refusal(accept, run)).toBeNull();
  });
});

describe('accepting a duty run', () => {
  it('scores its quality', () => {
    expect(accepted).toMatchObject({ status: 'accepted', quality: 4, bySilence: false, invoiceId: null });
    expect(accepted).not.toHaveProperty('silenceAcceptsAt');
  });

  it('is for the business, with a score from one to five, when the run was done', () => {
    expect(refusal({ ...accept, by: agency }, done)).toBe('duty-run.not-the-business');
    for (const quality of [0, 6, 4.5, Number.NaN]) {
      expect(refusal({ ...accept, quality }, done)).toBe('duty-run.quality-out-of-range quality');
    }
    expect(refusal(accept, scheduled)).toBe('duty-run.not-done');
    expect(refusal(accept, returned)).toBe('duty-run.not-done');
    expect(refusal(accept, accepted)).toBe('duty-run.already-accepted');
  });

  it('happens by silence after the agreed time, without a score', () => {
    expect(refusal(silence('2026-03-09T15:59:59.999Z'), done)).toBe('duty-run.silence-too-short');
    const { run } = playedRun([schedule, markDone, silence('2026-03-09T16:00:00.000Z')]);
    expect(run).toMatchObject({ status: 'accepted', quality: null, bySilence: true });
    expect(refusal(silence('2026-03-20T00:00:00.000Z'), returned)).toBe('duty-run.not-done');
    expect(refusal(silence('2026-03-20T00:00:00.000Z'), accepted)).toBe('duty-run.already-accepted');
  });

  it('gains nothing by an early report of the time: silence counts from the report', () => {
    const late = { ...markDone, doneAt: '2026-03-02T08:00:00.000Z' };
    const { run } = playedRun([schedule, late]);
    expect(refusal(silence('2026-03-09T15:00:00.000Z'), run)).toBe('duty-run.silence-too-short');
  });
});

describe('returning a duty run', () => {
  it('gives the reason and counts the return', () => {
    expect(returned).toMatchObject({ status: 'returned', reason: giveBack.reason, timesReturned: 1 });
  });

  it('is for the business, with a reason, when the run was done', () => {
    expect(refusal({ ...giveBack, by: agency }, done)).toBe('duty-run.not-the-business');
    expect(refusal({ ...giveBack, reason: ' ' }, done)).toBe('duty-run.reason-missing reason');
    expect(refusal({ ...giveBack, reason: 'x'.repeat(2000) }, done)).toBeNull();
    expect(refusal({ ...giveBack, reason: 'x'.repeat(2001) }, done)).toBe('duty-run.reason-too-long reason');
    expect(refusal(giveBack, scheduled)).toBe('duty-run.not-done');
    expect(refusal(giveBack, accepted)).toBe('duty-run.already-accepted');
  });
});

describe('a duty run', () => {
  const now = '2026-03-03T09:00:00.000Z';
  const invoice = { type: 'invoiceDutyRun', invoiceId: 'invoice-1' as InvoiceId, now } as const;

  it('follows a change order or goes away only while nobody has worked on it', () => {
    const plan = { ...firstWeek, versionNumber: 2, volume: 7 };
    expect(playedRun([schedule, { type: 'replanDutyRun', plan, now }]).run).toMatchObject({
      status: 'scheduled',
      versionNumber: 2,
      volume: 7,
    });
    expect(playedRun([schedule, { type: 'cancelDutyRun', now }]).run.status).toBe('cancelled');
    for (const run of [done, returned, accepted]) {
      expect(refusal({ type: 'replanDutyRun', plan, now }, run)).toBe('duty-run.already-worked-on');
      expect(refusal({ type: 'cancelDutyRun', now }, run)).toBe('duty-run.already-worked-on');
    }
  });

  it('is invoiced once, after it was accepted', () => {
    const invoiced = playedRun([schedule, markDone, accept, invoice]).run;
    expect(invoiced).toMatchObject({ status: 'accepted', invoiceId: 'invoice-1' });
    expect(refusal(invoice, done)).toBe('duty-run.not-accepted');
    expect(refusal(invoice, invoiced)).toBe('duty-run.already-invoiced');
  });

  it('is the same each time its facts are replayed', () => {
    const { facts, run } = playedRun([schedule, markDone, giveBack, again, { ...accept, now: again.now }, invoice]);
    expect(facts).toHaveLength(6);
    expect(structuredClone(facts).reduce<DutyRun | null>(evolveDutyRun, null)).toEqual(run);
  });

  it('can not have a fact that its state has no room for', () => {
    const [, doneFact] = playedRun([schedule, markDone]).facts;
    expect(() => evolveDutyRun(accepted, doneFact!)).toThrow('dutyRunDone');
    expect(() => evolveDutyRun(null, doneFact!)).toThrow('nothing');
    expect(() => decideDutyRun(schedule, scheduled)).toThrow('before');
  });
});
