import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { Meaning } from '../../parts/status-word';

export type Webhook = components['schemas']['WebhookDto'];
export type Delivery = components['schemas']['WebhookDeliveryDto'];

/** What changes when an endpoint is told anything. */
export const outdatedWebhooks = [['webhooks']] as const;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'all'],
  queryFn: () => client.body(client.api.GET('/v1/webhooks', { params: { query: { limit: 200 } } })),
});
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: () => client.answer(client.api.GET('/v1/webhooks/{id}', { params: { path: { id } } })),
  });
export const deliveriesQuery = (id: string, status: Delivery['status'] | undefined) =>
  pagesQuery(['webhooks', 'deliveries', id, status], (after) =>
    client.body(
      client.api.GET('/v1/webhooks/{id}/deliveries', {
        params: {
          path: { id },
          query: { ...(status !== undefined && { status }), ...(after !== undefined && { after }) },
        },
      }),
    ),
  );

/** Types that programs mostly want; others are written. */
export const offeredTypes = [
  'booking.confirmed.v1',
  'booking.cancelled.v1',
  'booking.rescheduled.v1',
  'booking.no-show.v1',
  'need.posted.v1',
  'proposal.made.v1',
  'agreement.accepted.v1',
  'duty-run.done.v1',
  'duty-run.accepted.v1',
  'invoice.issued.v1',
  'invoice.paid.v1',
];

export function meaningOf({ status, failingSince }: Webhook): Meaning {
  if (status === 'paused') return 'waits-for-you';
  return failingSince === null ? 'good' : 'at-risk';
}
export const wordOf = ({ status, failingSince }: Webhook): 'paused' | 'failing' | 'active' =>
  status === 'active' && failingSince !== null ? 'failing' : status;
