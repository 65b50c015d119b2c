import { agencyTeam } from '#access';
import type {
  agencyEvents,
  assistantEvents,
  businessEvents,
  mailboxEvents,
  outsideCalendarEvents,
  webhookEndpointEvents,
} from '#contracts';
import type { NoticesOf } from '../notice-table.js';
import { administration, assistantHerself, whoDoesIt } from './told.js';

export const agencyNotices: NoticesOf<typeof agencyEvents> = {
  'agency.registered.v1': { topic: 'operations', urgency: 'soon', to: administration },
  'agency.verified.v1': { topic: 'organisation', urgency: 'essential', to: { agency: agencyTeam } },
  'agency.suspended.v1': { topic: 'organisation', urgency: 'essential', to: { agency: agencyTeam } },
  // Whoever worked for it belongs to it no more.
  'agency.closed.v1': 'nobody',
  'agency.details-changed.v1': 'nobody',
  'agency.standing-terms-changed.v1': 'nobody',
};

export const businessNotices: NoticesOf<typeof businessEvents> = {
  'business.registered.v1': 'nobody',
  'business.details-changed.v1': 'nobody',
  'business.closed.v1': 'nobody',
  'business.vat-id-checked.v1': {
    topic: 'organisation',
    urgency: 'soon',
    to: { business: ['business.owner'] },
    except: ({ result }) => (result === 'invalid' ? [] : ['business']),
  },
};

export const assistantNotices: NoticesOf<typeof assistantEvents> = {
  'assistant.drafted.v1': 'nobody',
  'assistant.edited.v1': 'nobody',
  'assistant.listed.v1': { topic: 'organisation', urgency: 'daily', to: assistantHerself },
  'assistant.paused.v1': { topic: 'organisation', urgency: 'soon', to: assistantHerself },
  'assistant.resumed.v1': { topic: 'organisation', urgency: 'soon', to: assistantHerself },
  'assistant.withdrawn.v1': { topic: 'organisation', urgency: 'essential', to: assistantHerself },
  'assistant.days-off-changed.v1': { topic: 'organisation', urgency: 'quiet', to: assistantHerself },
};

/** Whoever asks for something knows of it; that her programs hear nothing any more she has to be told. */
export const webhookEndpointNotices: NoticesOf<typeof webhookEndpointEvents> = {
  'webhook-endpoint.registered.v1': 'nobody',
  'webhook-endpoint.changed.v1': 'nobody',
  'webhook-endpoint.secret-rotated.v1': 'nobody',
  'webhook-endpoint.paused.v1': {
    topic: 'organisation',
    urgency: 'essential',
    to: { agency: ['agency.owner'], business: ['business.owner'] },
    except: ({ because }) => (because === 'asked' ? ['agency', 'business'] : []),
  },
  'webhook-endpoint.resumed.v1': 'nobody',
  'webhook-endpoint.removed.v1': 'nobody',
};

/** Whoever linked a calendar knows of it; that nobody can read it any more she has to be told. */
export const outsideCalendarNotices: NoticesOf<typeof outsideCalendarEvents> = {
  'outside-calendar.linked.v1': 'nobody',
  'outside-calendar.busy-changed.v1': 'nobody',
  'outside-calendar.unreachable.v1': {
    topic: 'organisation',
    urgency: 'soon',
    to: whoDoesIt,
  },
  'outside-calendar.reachable.v1': 'nobody',
  'outside-calendar.unlinked.v1': 'nobody',
};

/** What customers ask isn't counted while nobody can read it. */
export const mailboxNotices: NoticesOf<typeof mailboxEvents> = {
  'mailbox.connected.v1': 'nobody',
  'mailbox.unreachable.v1': { topic: 'organisation', urgency: 'soon', to: { business: ['business.owner'] } },
  'mailbox.reachable.v1': 'nobody',
  'mailbox.disconnected.v1': 'nobody',
};
