import type { DisputePageDto, InvoiceDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** The business sees a part of its invoice otherwise, and the agency has answered: whoever opens the page sees a dispute in the middle. */
export async function ensureDispute(agency: DemoClient, business: DemoClient, invoice: InvoiceDto): Promise<void> {
  const { body: known } = await business.get<DisputePageDto>('/v1/disputes');
  if (known.items.length > 0) return;
  const { body: dispute } = await business.post<{ id: string }>('/v1/disputes', {
    body: {
      subject: { kind: 'invoice', id: invoice.id },
      asks: { outcome: 'in-part', keeps: Math.floor(invoice.subtotal.amountMinor * 0.9) },
      text: 'The receipts of the first week were in the folder already; I had filed them myself on Sunday.',
    },
  });
  await agency.post(`/v1/disputes/${dispute.id}/answer`, {
    etag: '*',
    body: { text: 'Those were last month’s. The list names each one with its date; please have another look.' },
  });
}
