import type { AbsenceId, AgencyId, AgreementId, AssistantId, BusinessId, UserId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideAbsence, evolveAbsence, reportAbsence } from './absence-decisions.js';
import type { Absence, AbsenceCommand, AbsenceReport, ReportAbsence, ReportNoShow } from './absence.js';

/** Without the field that it names. */
const codeOf = (act: () => unknown): string | undefined => refusalOf(act)?.split(' ')[0];
const agreementId = 'agreement-1' as AgreementId;
const assistantId = 'assistant-1' as AssistantId;
const now = '2026-03-09T09:30:20.000Z';
const report: ReportAbsence = {
  type: 'reportAbsence',
  absenceId: 'absence-1' as AbsenceId,
  agencyId: 'agency-1' as AgencyId,
  assistantId,
  businessIds: ['business-1' as BusinessId],
  reportedBy: 'assistant',
  userId: 'user-1' as UserId,
  kind: 'sick',
  agreementId: null,
  startsAt: now,
  endsAt: null,
  others: [],
  recorded: [],
  now,
};
const slot = { startAt: '2026-03-09T09:00:00.000Z', endAt: '2026-03-09T11:00:00.000Z' };
const { kind: _, startsAt: __, endsAt: ___, ...noShowReport } = report;
const noShow: ReportNoShow = { ...noShowReport, type: 'reportNoShow', reportedBy: 'business', agreementId, slot };
const reported = (by: AbsenceReport = report): Absence =>
  reportAbsence(by).reduce<Absence | null>(evolveAbsence, null)!;
const end = (endsAt: string, at = now, changes: object = {}): AbsenceCommand => ({
  type: 'endAbsence',
  by: 'agency',
  endsAt,
  others: [],
  now: at,
  ...changes,
});
const after = (absence: Absence, command: AbsenceCommand): Absence =>
  decideAbsence(command, absence).reduce<Absence>(evolveAbsence, absence);

describe('somebody who cannot work', () => {
  it('says so herself, from the minute that has begun and until nobody knows when', () => {
    expect(reported()).toMatchObject({
      status: 'reported',
      kind: 'sick',
      startsAt: '2026-03-09T09:30:00.000Z',
      endsAt: null,
    });
  });

  it('comes back when she or her agency says so, and what was paused until then stays paused', () => {
    const back = after(reported(), end('2026-03-11T08:00:30.000Z', '2026-03-11T08:00:30.000Z'));
    expect(back).toMatchObject({ endsAt: '2026-03-11T08:00:00.000Z' });
    const known = after(reported(), end('2026-03-13T08:00:00.000Z'));
    expect(after(known, end('2026-03-12T08:00:00.000Z', '2026-03-11T08:00:40.000Z')).endsAt).toBe(
      '2026-03-12T08:00:00.000Z',
    );
    expect(after(reported(), end(now)).endsAt).toBe('2026-03-09T09:31:00.000Z');
    expect(codeOf(() => decideAbsence(end('2026-03-10T08:00:00.000Z', '2026-03-11T08:00:00.000Z'), reported()))).toBe(
      'absence.end-in-the-past',
    );
    expect(codeOf(() => decideAbsence(end('2026-03-12T08:00:00.000Z', '2026-03-11T09:00:00.000Z'), back))).toBe(
      'absence.over',
    );
  });

  it.each<[string, AbsenceReport]>([
    ['absence.kind-not-theirs', { ...report, reportedBy: 'business', agreementId }],
    ['absence.engagement-of-business', { ...report, reportedBy: 'business', kind: 'other' }],
    ['absence.engagement-of-business', { ...report, agreementId }],
    ['absence.end-missing', { ...report, kind: 'holiday' }],
    ['absence.reversed', { ...report, endsAt: report.startsAt }],
    ['absence.too-long', { ...report, endsAt: '2027-03-11T00:00:00.000Z' }],
    ['absence.too-long-ago', { ...report, startsAt: '2026-03-02T09:00:00.000Z' }],
    ['absence.too-far-ahead', { ...report, startsAt: '2028-03-10T00:00:00.000Z' }],
    [
      'absence.overlaps',
      { ...report, others: [{ assistantId, startsAt: '2026-03-20T00:00:00.000Z', endsAt: null, agreementId: null }] },
    ],
    ['absence.time-recorded', { ...report, recorded: [{ startAt: slot.startAt, endAt: '2026-03-09T09:31:00.000Z' }] }],
    ['absence.slot-unknown', { ...noShow, slot: undefined }],
    ['absence.slot-not-begun', { ...noShow, now: '2026-03-09T08:59:00.000Z' }],
    ['absence.no-show-too-late', { ...noShow, now: '2026-03-24T09:00:00.000Z' }],
    ['absence.overlaps', { ...noShow, others: [{ assistantId, startsAt: now, endsAt: null, agreementId }] }],
    ['absence.time-recorded', { ...noShow, recorded: [{ ...slot, startAt: now }] }],
  ])('is refused with %s', (code, one) => {
    expect(codeOf(() => reportAbsence(one))).toBe(code);
  });

  it('is not hindered by being away for one of those that she works for', () => {
    const others = [{ assistantId, startsAt: '2026-03-09T00:00:00.000Z', endsAt: null, agreementId }];
    expect(reported({ ...report, others }).status).toBe('reported');
  });

  it('did not come to booked time, says the business, and takes it back when it was wrong', () => {
    const absence = reported(noShow);
    expect(absence).toMatchObject({ kind: 'no-show', startsAt: slot.startAt, endsAt: slot.endAt, agreementId });
    expect(codeOf(() => decideAbsence({ type: 'withdrawAbsence', by: 'agency', now }, absence))).toBe(
      'absence.not-the-reporter',
    );
    const withdrawn = after(absence, { type: 'withdrawAbsence', by: 'business', now });
    expect(withdrawn.status).toBe('withdrawn');
    expect(codeOf(() => decideAbsence({ type: 'withdrawAbsence', by: 'business', now }, withdrawn))).toBe(
      'absence.withdrawn',
    );
  });

  it('takes an absence back before it begins, and not afterwards: nothing is charged for what was paused', () => {
    const ahead = reported({ ...report, kind: 'holiday', startsAt: slot.endAt, endsAt: '2026-03-20T00:00:00.000Z' });
    expect(after(ahead, { type: 'withdrawAbsence', by: 'assistant', now }).status).toBe('withdrawn');
    expect(codeOf(() => decideAbsence({ type: 'withdrawAbsence', by: 'assistant', now }, reported()))).toBe(
      'absence.begun',
    );
  });
});
