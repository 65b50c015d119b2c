import type { AccessGrantPageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** What the business has let the assistant into, so that there is something to review and to hand over. */
export async function ensureAccess(business: DemoClient, engagementId: string): Promise<void> {
  const { body: known } = await business.get<AccessGrantPageDto>(`/v1/access-grants?engagementId=${engagementId}`);
  if (known.items.length > 0) return;
  const given = [
    { kind: 'mailbox', name: 'The bakery’s inbox', purpose: 'Answer what customers ask', way: 'delegation' },
    { kind: 'bank-view', name: 'The current account', purpose: 'Match payments with receipts', way: 'read-only-view' },
  ];
  for (const one of given) await business.post('/v1/access-grants', { body: { engagementId, ...one } });
}
