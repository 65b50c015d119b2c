import type { CalendarFeedListDto, WebhookDto, WebhookPageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** A name that leads nowhere: the demo calls nobody. */
const nowhere = 'https://books.forn.example/ajudant';

/**
 * An endpoint that is paused, with what happened so far waiting for it: so that there is something to see, and nobody on the net is asked
 * for a host that isn't there.
 */
export async function ensureConnections(owner: DemoClient): Promise<void> {
  const { body: known } = await owner.get<WebhookPageDto>('/v1/webhooks');
  if (known.items.length > 0) return;
  const { body } = await owner.post<WebhookDto>('/v1/webhooks', {
    body: {
      url: nowhere,
      description: 'Books',
      types: ['booking.confirmed.v1', 'invoice.issued.v1', 'invoice.paid.v1'],
    },
  });
  await owner.post(`/v1/webhooks/${body.id}/pause`);
  const to = new Date();
  const from = new Date(to.getTime() - 365 * 86_400_000);
  await owner.post(`/v1/webhooks/${body.id}/redeliveries`, { body: { from, to } });
}

/** An address at which a calendar finds what is booked; where none is linked yet, nobody on the net is asked either. */
export async function ensureCalendarFeed(member: DemoClient): Promise<void> {
  const { body: known } = await member.get<CalendarFeedListDto>('/v1/calendar-feeds');
  if (known.items.length === 0) await member.post('/v1/calendar-feeds', { body: {} });
}
