import { z } from 'zod';

const id = z.uuid();
const instant = z.iso.datetime();

/**
 * What changes something, each with the scope by which it is allowed.
 * @param {import('@ajudant/client').AjudantClient} client
 * @returns {import('./server.mjs').Tool[]}
 */
export function writingTools(client) {
  const { api } = client;
  const keyed = () => ({ header: { 'Idempotency-Key': crypto.randomUUID() } });
  /** @param {any} path @param {string} of */
  const tagOf = async (path, of) => (await client.answer(api.GET(path, { params: { path: { id: of } } }))).etag ?? '*';
  return [
    {
      name: 'draft_need',
      description: 'Drafts a need from plain words. It is a draft: a person completes and posts it.',
      scope: 'needs:write',
      input: { words: z.string().min(3).max(2_000) },
      run: (body) => client.body(api.POST('/v1/needs', { params: keyed(), body })),
    },
    {
      name: 'hold_time',
      description: 'Holds time of an agreement’s assistant for 15 minutes; it costs nothing until it is confirmed.',
      scope: 'bookings:write',
      input: { agreementId: id, startAt: instant, endAt: instant, lineId: z.string().optional() },
      run: ({ startAt, endAt, ...body }) =>
        client.body(api.POST('/v1/bookings', { params: keyed(), body: { ...body, slots: [{ startAt, endAt }] } })),
    },
    {
      name: 'confirm_booking',
      description: 'Confirms held time: from then on it binds both sides, and costs.',
      scope: 'bookings:write',
      input: { id },
      run: async ({ id: booking }) => {
        const header = { ...keyed().header, 'If-Match': await tagOf('/v1/bookings/{id}', booking) };
        return client.body(api.POST('/v1/bookings/{id}/confirmation', { params: { path: { id: booking }, header } }));
      },
    },
    {
      name: 'cancel_booking',
      description: 'Calls off what lies ahead of a booking, by the agreement’s terms; late it may cost.',
      scope: 'bookings:write',
      destructive: true,
      input: { id, reason: z.string().min(1).max(500) },
      run: async ({ id: booking, reason }) => {
        const header = { ...keyed().header, 'If-Match': await tagOf('/v1/bookings/{id}', booking) };
        const params = { path: { id: booking }, header };
        return client.body(api.POST('/v1/bookings/{id}/cancellation', { params, body: { reason } }));
      },
    },
    {
      name: 'mark_run_done',
      description: 'Says that a duty run is done, with quantity, minutes and evidence.',
      scope: 'engagements:write',
      input: {
        engagementId: id,
        runId: id,
        quantity: z.number().int().min(1).describe('how much of the line’s unit'),
        minutes: z.number().int().min(1),
        evidence: z.array(z.object({ kind: z.enum(['link', 'note']), value: z.string().min(1).max(2_000) })).min(1),
      },
      run: async ({ engagementId, runId, ...body }) => {
        const params = { path: { id: engagementId, runId }, header: { ...keyed().header, 'If-Match': '*' } };
        return client.body(api.POST('/v1/engagements/{id}/duty-runs/{runId}/done', { params, body }));
      },
    },
  ];
}
