import { agencyTeam, businessTeam } from '#access';
import type {
  absenceEvents,
  accessGrantEvents,
  dutyRunEvents,
  engagementEvents,
  hourPackEvents,
  responseBaselineEvents,
  reviewEvents,
  substitutionEvents,
  timeEntryEvents,
  workScoreEvents,
} from '#contracts';
import type { NoticesOf, NoticeSubject } from '../notice-table.js';
import { everybodyInvolved, whoDoesIt } from './told.js';

/** Whoever reported it, on her own side; an absence that the assistant reports is news to her agency. */
const reporters = (by: 'assistant' | 'agency' | 'business'): readonly ('assistant' | 'agency' | 'business')[] => [by];

export const absenceNotices: NoticesOf<typeof absenceEvents> = {
  'absence.reported.v1': {
    topic: 'work',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ reportedBy }) => reporters(reportedBy),
    facts: ({ awayFrom }) => ({ at: awayFrom }),
  },
  'absence.end-set.v1': {
    topic: 'work',
    urgency: 'soon',
    to: everybodyInvolved,
    except: ({ by }) => reporters(by),
    facts: ({ awayUntil }) => ({ at: awayUntil }),
  },
  'absence.withdrawn.v1': {
    topic: 'work',
    urgency: 'soon',
    to: everybodyInvolved,
    facts: ({ awayFrom }) => ({ at: awayFrom }),
  },
};

export const engagementNotices: NoticesOf<typeof engagementEvents> = {
  // The substitution tells of it.
  'engagement.assistant-replaced.v1': 'nobody',
  'engagement.started.v1': 'nobody',
  'engagement.started.v2': { topic: 'work', urgency: 'daily', to: everybodyInvolved },
  'engagement.notice-given.v1': {
    topic: 'work',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ by }) => [by],
    facts: ({ lastDayOn }) => ({ at: `${lastDayOn}T12:00:00.000Z` }),
  },
  'engagement.ended.v1': {
    topic: 'work',
    urgency: 'essential',
    to: everybodyInvolved,
    except: ({ endedBy }) => (endedBy === 'term' ? [] : [endedBy]),
  },
};

const ofEngagement = ({ engagementId }: { readonly engagementId: string }): NoticeSubject => ({
  type: 'engagement',
  id: engagementId,
});

export const accessGrantNotices: NoticesOf<typeof accessGrantEvents> = {
  'access-grant.given.v1': { topic: 'work', urgency: 'daily', to: whoDoesIt, about: ofEngagement },
  'access-grant.reviewed.v1': 'nobody',
  'access-grant.review-due.v1': { topic: 'work', urgency: 'soon', to: { business: businessTeam }, about: ofEngagement },
  'access-grant.to-close.v1': { topic: 'work', urgency: 'essential', to: everybodyInvolved, about: ofEngagement },
  'access-grant.closed.v1': {
    topic: 'work',
    urgency: 'daily',
    to: { agency: agencyTeam, business: businessTeam },
    except: ({ closedBy }) => [closedBy],
    about: ofEngagement,
  },
};

export const substitutionNotices: NoticesOf<typeof substitutionEvents> = {
  'substitution.proposed.v1': { topic: 'work', urgency: 'soon', to: { business: businessTeam }, about: ofEngagement },
  'substitution.handover-written.v1': 'nobody',
  'substitution.consented.v1': {
    topic: 'work',
    urgency: 'soon',
    to: whoDoesIt,
    about: ofEngagement,
  },
  'substitution.declined.v1': { topic: 'work', urgency: 'soon', to: { agency: agencyTeam }, about: ofEngagement },
  'substitution.withdrawn.v1': { topic: 'work', urgency: 'daily', to: { business: businessTeam }, about: ofEngagement },
  'substitution.started.v1': { topic: 'work', urgency: 'essential', to: everybodyInvolved, about: ofEngagement },
  'substitution.ended.v1': { topic: 'work', urgency: 'soon', to: everybodyInvolved, about: ofEngagement },
};

export const dutyRunNotices: NoticesOf<typeof dutyRunEvents> = {
  'duty-run.reassigned.v1': 'nobody',
  // The dispute tells of it.
  'duty-run.held.v1': 'nobody',
  'duty-run.released.v1': 'nobody',
  // What falls due stands in the plan of the day.
  'duty-run.scheduled.v1': 'nobody',
  'duty-run.replanned.v1': 'nobody',
  'duty-run.done.v1': {
    topic: 'work',
    urgency: 'daily',
    to: { business: businessTeam },
    facts: ({ silenceAcceptsAt }) => ({ at: silenceAcceptsAt }),
  },
  'duty-run.accepted.v1': { topic: 'work', urgency: 'daily', to: whoDoesIt },
  'duty-run.returned.v1': { topic: 'work', urgency: 'soon', to: whoDoesIt },
  'duty-run.cancelled.v1': { topic: 'work', urgency: 'daily', to: whoDoesIt },
  'duty-run.invoiced.v1': 'nobody',
};

export const reviewNotices: NoticesOf<typeof reviewEvents> = {
  'review.given.v1': {
    topic: 'reviews',
    urgency: 'daily',
    to: everybodyInvolved,
    except: ({ by }) => (by === 'agency' ? ['agency', 'assistant'] : ['business']),
  },
};

// What it says stands beside the figures since then, for who looks at them.
export const responseBaselineNotices: NoticesOf<typeof responseBaselineEvents> = {
  'response-baseline.frozen.v1': 'nobody',
};

export const timeEntryNotices: NoticesOf<typeof timeEntryEvents> = {
  'time-entry.started.v1': 'nobody',
  'time-entry.held.v1': 'nobody',
  'time-entry.released.v1': 'nobody',
  'time-entry.discarded.v1': 'nobody',
  'time-entry.invoiced.v1': 'nobody',
  'time-entry.recorded.v1': {
    topic: 'work',
    urgency: 'quiet',
    to: { business: businessTeam },
    facts: ({ silenceAcceptsAt }) => ({ at: silenceAcceptsAt }),
  },
  'time-entry.accepted.v1': { topic: 'work', urgency: 'quiet', to: whoDoesIt },
  'time-entry.returned.v1': { topic: 'work', urgency: 'soon', to: whoDoesIt },
  'time-entry.hours-used.v1': {
    topic: 'work',
    urgency: 'soon',
    to: { agency: agencyTeam, business: businessTeam },
    facts: ({ percent }) => ({ number: `${percent} %` }),
  },
};

/** Whoever decides about hours, on both sides. */
const whoPlansHours = { agency: agencyTeam, business: businessTeam } as const;

export const hourPackNotices: NoticesOf<typeof hourPackEvents> = {
  'hour-pack.bought.v1': {
    topic: 'work',
    urgency: 'daily',
    to: whoPlansHours,
    facts: ({ price }) => ({ amount: price }),
    about: ofEngagement,
  },
  'hour-pack.used.v1': {
    topic: 'work',
    urgency: 'soon',
    to: whoPlansHours,
    facts: ({ percent }) => ({ number: `${percent} %` }),
    about: ofEngagement,
  },
  // The invoice tells of it.
  'hour-pack.invoiced.v1': 'nobody',
  'hour-pack.refunded.v1': {
    topic: 'work',
    urgency: 'essential',
    to: whoPlansHours,
    facts: ({ amount }) => ({ amount }),
    about: ofEngagement,
  },
};

// The scorecard tells it to whoever looks.
export const workScoreNotices: NoticesOf<typeof workScoreEvents> = {
  'work-score.changed.v1': 'nobody',
};
