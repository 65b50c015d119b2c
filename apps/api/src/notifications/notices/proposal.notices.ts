import { agencyTeam, businessTeam } from '#access';
import type { proposalEvents } from '#contracts';
import type { NoticesOf, NoticeSubject } from '../notice-table.js';

const ofNeed = ({ needId }: { readonly needId: string }): NoticeSubject => ({ type: 'need', id: needId });
const toAgency = { agency: agencyTeam } as const;
const toBusiness = { business: businessTeam } as const;

export const proposalNotices: NoticesOf<typeof proposalEvents> = {
  'proposal.made.v1': { topic: 'proposals', urgency: 'soon', to: toBusiness, about: ofNeed },
  'proposal.withdrawn.v1': { topic: 'proposals', urgency: 'soon', to: toBusiness, about: ofNeed },
  'proposal.accepted.v1': { topic: 'proposals', urgency: 'soon', to: toAgency, about: ofNeed },
  'proposal.declined.v1': { topic: 'proposals', urgency: 'daily', to: toAgency, about: ofNeed },
  'proposal.closed.v1': { topic: 'proposals', urgency: 'daily', to: toAgency, about: ofNeed },
  'proposal.suggestions-adopted.v1': { topic: 'proposals', urgency: 'daily', to: toAgency },
};
