import type { BookingId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import {
  acceptedAgreement,
  agency,
  business,
  draftCommand,
  played,
  stranger,
} from '../agreement/agreement.examples.js';
import { engagement } from './duty-run.examples.js';
import { callOffOf, decideEngagement, evolveEngagement, lastDayOf } from './engagement-decisions.js';
import type { EndEngagement, EndEngagementByTerm, Engagement, GiveNotice, StartEngagement } from './engagement.js';

const start: StartEngagement = {
  type: 'startEngagement',
  agreement: acceptedAgreement(),
  bookingId: null,
  now: '2026-02-25T09:00:00.000Z',
};
const end: EndEngagement = {
  type: 'endEngagement',
  by: business,
  reason: ' The shop closes ',
  noticeDays: 0,
  now: '2026-04-01T09:00:00.000Z',
};
const endByTerm: EndEngagementByTerm = {
  type: 'endEngagementByTerm',
  endsOn: '2026-05-31',
  timeZone: 'Europe/Madrid',
  now: '2026-05-31T22:00:00.000Z',
};
const notice: GiveNotice = {
  type: 'giveNotice',
  by: agency,
  reason: 'She moves away',
  lastDayOn: null,
  terms: { endsOn: '2026-05-31', timeZone: 'Europe/Madrid', noticeDays: 14 },
  // The first of April in Madrid already.
  now: '2026-03-31T22:30:00.000Z',
};
const underNotice = decideEngagement(notice, engagement).reduce<Engagement>(evolveEngagement, engagement);
const ended = decideEngagement(end, engagement).reduce<Engagement>(evolveEngagement, engagement);

describe('an engagement', () => {
  it('begins with the acceptance of its agreement, booked hours or not, and not again with its bookings', () => {
    const facts = decideEngagement(start, null);
    expect(facts.reduce<Engagement | null>(evolveEngagement, null)).toEqual(engagement);
    expect(decideEngagement({ ...start, bookingId: 'booking-2' as BookingId }, engagement)).toEqual([]);
  });

  it('does not begin before both sides have accepted', () => {
    const { agreement } = played([draftCommand]);
    expect(refusalOf(() => decideEngagement({ ...start, agreement }, null))).toBe('engagement.agreement-not-accepted');
  });

  it('is ended early by either side, with a reason', () => {
    expect(ended).toMatchObject({ status: 'ended', endedBy: 'business', reason: 'The shop closes', endedAt: end.now });
    expect(decideEngagement({ ...end, by: agency }, engagement)).toMatchObject([{ endedBy: 'agency' }]);
    expect(refusalOf(() => decideEngagement({ ...end, by: stranger }, engagement))).toBe('agreement.not-a-party');
    expect(refusalOf(() => decideEngagement({ ...end, reason: ' ' }, engagement))).toBe(
      'engagement.reason-missing reason',
    );
    expect(refusalOf(() => decideEngagement({ ...end, reason: 'x'.repeat(2000) }, engagement))).toBeNull();
    expect(refusalOf(() => decideEngagement({ ...end, reason: 'x'.repeat(2001) }, engagement))).toBe(
      'engagement.reason-too-long reason',
    );
  });

  it('ends by its term when the last day is over in its zone', () => {
    expect(decideEngagement(endByTerm, engagement)).toEqual([
      { type: 'engagementEnded', endedBy: 'term', reason: null, endedAt: endByTerm.now },
    ]);
    const early = { ...endByTerm, now: '2026-05-31T21:59:59.999Z' };
    expect(refusalOf(() => decideEngagement(early, engagement))).toBe('engagement.term-not-over');
  });

  it('ends with the last day of a notice, as agreed, and costs nothing of what was booked beyond', () => {
    expect(underNotice).toMatchObject({ status: 'active', notice: { by: 'agency', lastDayOn: '2026-04-15' } });
    expect(lastDayOf(underNotice, { endsOn: '2026-05-31' })).toBe('2026-04-15');
    expect(lastDayOf(underNotice, { endsOn: '2026-04-10' })).toBe('2026-04-10');
    const over = { type: 'endEngagementByNotice', timeZone: 'Europe/Madrid', now: '2026-04-15T22:00:00.000Z' } as const;
    const facts = decideEngagement(over, underNotice);
    expect(facts).toMatchObject([{ type: 'engagementEnded', endedBy: 'agency', reason: 'She moves away' }]);
    const after = facts.reduce<Engagement>(evolveEngagement, underNotice);
    expect(after.status === 'ended' && callOffOf(after)).toMatchObject({ cancelledBy: 'marketplace' });
    expect(refusalOf(() => decideEngagement({ ...over, now: '2026-04-15T21:59:59.999Z' }, underNotice))).toBe(
      'engagement.term-not-over',
    );
    expect(refusalOf(() => decideEngagement(over, engagement))).toBe('engagement.no-notice');
  });

  it('is not ended sooner than the agreed notice allows, nor is notice given for a day after the term', () => {
    expect(refusalOf(() => decideEngagement({ ...end, noticeDays: 14 }, engagement))).toBe('engagement.notice-agreed');
    expect(refusalOf(() => decideEngagement(end, underNotice))).toBe('engagement.notice-agreed');
    const lasting = (lastDayOn: string) => () => decideEngagement({ ...notice, lastDayOn }, engagement);
    expect(refusalOf(lasting('2026-04-14'))).toBe('engagement.notice-too-short lastDayOn');
    expect(refusalOf(lasting('2026-05-31'))).toBe('engagement.notice-beyond-term lastDayOn');
    expect(refusalOf(lasting('2026-02-30'))).toBe('time.bad-date lastDayOn');
    expect(refusalOf(lasting('2026-04-30'))).toBeNull();
    expect(refusalOf(() => decideEngagement(notice, underNotice))).toBe('engagement.notice-given');
    expect(refusalOf(() => decideEngagement({ ...notice, by: stranger }, engagement))).toBe('agreement.not-a-party');
    expect(refusalOf(() => decideEngagement({ ...notice, reason: ' ' }, engagement))).toBe(
      'engagement.reason-missing reason',
    );
  });

  it('ends once', () => {
    for (const command of [start, notice, end, endByTerm]) {
      expect(refusalOf(() => decideEngagement(command, ended))).toBe('engagement.already-ended');
    }
    const [fact] = decideEngagement(end, engagement);
    expect(() => evolveEngagement(ended, fact!)).toThrow('ended');
    expect(() => evolveEngagement(null, fact!)).toThrow('nothing');
  });
});
