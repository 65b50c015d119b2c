import { agencyTeam, businessTeam } from '#access';
import type { needEvents } from '#contracts';
import type { NoticesOf } from '../notice-table.js';

export const needNotices: NoticesOf<typeof needEvents> = {
  'need.drafted.v1': 'nobody',
  'need.edited.v1': 'nobody',
  'need.posted.v1': {
    topic: 'proposals',
    urgency: 'soon',
    to: { agency: agencyTeam },
    toInvited: true,
  },
  'need.reopened.v1': {
    topic: 'proposals',
    urgency: 'soon',
    to: { agency: agencyTeam, business: businessTeam },
    organisations: ({ businessId, invitedAgencyIds }) => [businessId, ...invitedAgencyIds],
  },
  'need.agencies-invited.v1': {
    topic: 'proposals',
    urgency: 'soon',
    to: { agency: agencyTeam },
    organisations: ({ posted, agencyIds }) => (posted ? agencyIds : []),
  },
  'need.closed.v1': {
    topic: 'proposals',
    urgency: 'soon',
    to: { business: businessTeam },
    // Otherwise the business did it.
    except: ({ reason }) => (reason === 'lapsed' ? [] : ['business']),
  },
};
