import { agencyTeam, businessSignatories, businessTeam } from '#access';
import type { proposalEvents, suggestionEffectEvents, suggestionRequestEvents } from '#contracts';
import type { NoticesOf, NoticeSubject } from '../notice-table.js';

const ofNeed = ({ needId }: { readonly needId: string }): NoticeSubject => ({ type: 'need', id: needId });
const toAgency = { agency: agencyTeam } as const;
const toBusiness = { business: businessTeam } as const;
/** Who can accept them, too. */
const toWhoAnswers = { business: [...businessTeam, ...businessSignatories] } as const;

export const proposalNotices: NoticesOf<typeof proposalEvents> = {
  'proposal.made.v1': { topic: 'proposals', urgency: 'soon', to: toWhoAnswers, about: ofNeed },
  'proposal.withdrawn.v1': { topic: 'proposals', urgency: 'soon', to: toWhoAnswers, about: ofNeed },
  'proposal.accepted.v1': { topic: 'proposals', urgency: 'soon', to: toAgency, about: ofNeed },
  'proposal.declined.v1': { topic: 'proposals', urgency: 'daily', to: toAgency, about: ofNeed },
  'proposal.closed.v1': { topic: 'proposals', urgency: 'daily', to: toAgency, about: ofNeed },
  'proposal.suggestions-adopted.v1': { topic: 'proposals', urgency: 'daily', to: toAgency },
};

/** The business's need has the answers; an agency looks at the request. */
export const suggestionRequestNotices: NoticesOf<typeof suggestionRequestEvents> = {
  'suggestion-request.asked.v1': { topic: 'proposals', urgency: 'soon', to: toAgency },
  'suggestion-request.answered.v1': { topic: 'proposals', urgency: 'soon', to: toBusiness, about: ofNeed },
  'suggestion-request.declined.v1': { topic: 'proposals', urgency: 'daily', to: toBusiness, about: ofNeed },
  'suggestion-request.withdrawn.v1': { topic: 'proposals', urgency: 'daily', to: toAgency },
  'suggestion-request.suggestions-adopted.v1': { topic: 'proposals', urgency: 'soon', to: toAgency },
};

const ofEngagement = ({ engagementId }: { readonly engagementId: string }): NoticeSubject => ({
  type: 'engagement',
  id: engagementId,
});

export const suggestionEffectNotices: NoticesOf<typeof suggestionEffectEvents> = {
  // Both sides have just signed it.
  'suggestion-effect.begun.v1': 'nobody',
  'suggestion-effect.asked-for.v1': { topic: 'work', urgency: 'soon', to: toBusiness, about: ofEngagement },
  'suggestion-effect.measured.v1': {
    topic: 'work',
    urgency: 'daily',
    to: { ...toAgency, ...toBusiness },
    about: ofEngagement,
  },
};
