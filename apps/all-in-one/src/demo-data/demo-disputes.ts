import type { DisputePageDto, DutyRunPageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** The business sees one piece of work otherwise, and the agency has answered: whoever opens the page sees a dispute in the middle. */
export async function ensureDispute(agency: DemoClient, business: DemoClient, engagementId: string): Promise<void> {
  const { body: known } = await business.get<DisputePageDto>('/v1/disputes');
  const runs = await business.get<DutyRunPageDto>(
    `/v1/engagements/${engagementId}/duty-runs?status=accepted&limit=200`,
  );
  const disputed = runs.body.items.find(({ invoiceId, quantity }) => invoiceId === null && (quantity ?? 0) > 1);
  if (known.items.length > 0 || disputed === undefined) return;
  const { body: dispute } = await business.post<{ id: string }>('/v1/disputes', {
    body: {
      subject: { kind: 'duty-run', id: disputed.id },
      asks: { outcome: 'in-part', keeps: Math.floor(disputed.quantity! / 2) },
      text: 'Half of these were in the folder already; I had filed them myself on Sunday.',
    },
  });
  await agency.post(`/v1/disputes/${dispute.id}/answer`, {
    body: { text: 'Those were last month’s. The list names each one with its date; please have another look.' },
  });
}
