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
import { decideEngagement, evolveEngagement } from './engagement-decisions.js';
import type { EndEngagement, EndEngagementByTerm, Engagement, StartEngagement } from './engagement.js';

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
  now: '2026-04-01T09:00:00.000Z',
};
const endByTerm: EndEngagementByTerm = {
  type: 'endEngagementByTerm',
  endsOn: '2026-05-31',
  timeZone: 'Europe/Madrid',
  now: '2026-05-31T22:00:00.000Z',
};
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

  it('ends once', () => {
    for (const command of [start, end, endByTerm]) {
      expect(refusalOf(() => decideEngagement(command, ended))).toBe('engagement.already-ended');
    }
    const [fact] = decideEngagement(end, engagement);
    expect(() => evolveEngagement(ended, fact!)).toThrow('ended');
    expect(() => evolveEngagement(null, fact!)).toThrow('nothing');
  });
});
