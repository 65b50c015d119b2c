import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { Language } from '../../texts/languages';

export type Notification = components['schemas']['NotificationDto'];

/** What one was told, newest first. */
export const notificationsQuery = (language: Language) =>
  pagesQuery(['notifications', 'list', language], (after) =>
    client.body(
      client.api.GET('/v1/notifications', {
        params: { query: { language, ...(after === undefined ? {} : { after }) } },
      }),
    ),
  );

/** How many wait to be read: a bell that rings is looked at again every minute, also where the stream is closed. */
export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  refetchInterval: 60_000,
  queryFn: async () => {
    const { total, items } = await client.body(
      client.api.GET('/v1/notifications', { params: { query: { status: 'unread', limit: 1 } } }),
    );
    return { total, newestId: items[0]?.id ?? null };
  },
});

/** Notes that one was read, and with `earlierToo` all before it. */
export const markRead = (id: string, earlierToo: boolean) =>
  client.body(client.api.PUT('/v1/notifications/{id}/read', { params: { path: { id } }, body: { earlierToo } }));

/** Where something is seen that somebody was told of. */
export function placeOf({ kind, subject: { type, id } }: Notification): LinkProps {
  switch (type) {
    case 'booking':
      return { to: '/bookings/$bookingId', params: { bookingId: id } };
    case 'engagement':
      if (kind.startsWith('suggestion-effect.'))
        return { to: '/engagements/$engagementId', params: { engagementId: id } };
      return { to: '/agreements/$agreementId', params: { agreementId: id } };
    case 'agreement':
      return { to: '/agreements/$agreementId', params: { agreementId: id } };
    case 'conversation':
      return { to: '/messages/$engagementId', params: { engagementId: id }, search: {} };
    case 'dispute':
      return { to: '/disputes/$disputeId', params: { disputeId: id } };
    case 'duty-run':
    case 'time-entry':
      return { to: '/work' };
    case 'record':
    case 'record-month':
    case 'record-year':
    case 'tax-pack':
      return { to: '/records' };
    case 'invoice':
      return { to: '/invoices/$invoiceId', params: { invoiceId: id } };
    case 'credit-note':
      return { to: '/invoices' };
    case 'need':
      return isForAgency(kind)
        ? { to: '/open-needs/$needId', params: { needId: id } }
        : { to: '/needs/$needId', params: { needId: id } };
    case 'suggestion-request':
      return { to: '/suggestions/$requestId', params: { requestId: id } };
    case 'webhook-endpoint':
      return { to: '/connections/webhooks/$webhookId', params: { webhookId: id } };
    case 'mailbox':
      return { to: '/response-time' };
    case 'outside-calendar':
      return { to: '/connections' };
    case 'erasure':
      return { to: '/admin/erasures' };
    case 'agency':
      return kind === 'agency.registered' ? { to: '/admin/agencies' } : { to: '/home' };
    default:
      return { to: '/home' };
  }
}

/** Of what is told about needs, what agencies hear; the rest is for the business whose need it is. */
const heardByAgencies: ReadonlySet<string> = new Set([
  'need.posted',
  'need.agencies-invited',
  'need.reopened',
  'proposal.accepted',
  'proposal.declined',
  'proposal.closed',
]);
const isForAgency = (kind: string): boolean => heardByAgencies.has(kind);
