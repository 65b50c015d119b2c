import { InvoiceIssuedV1 } from '#contracts';
import type { InvoiceFact } from '#domain';
import type { EventBody } from '#platform/database';

/** For both sides: what was charged, without the words of the lines. */
export function invoiceEvent({ invoice }: InvoiceFact): EventBody {
  const { number, agreementId: engagementId, agencyId, businessId, periodFrom, periodTo } = invoice;
  const { subtotal, commission, tax, total, issuedAt } = invoice;
  const lines = invoice.lines.map(({ lineId, quantity, amount }) => ({ lineId, quantity, amount }));
  const lateFees = invoice.lateFees.map(({ bookingId, incurredAt, amount }) => ({ bookingId, incurredAt, amount }));
  const hours = invoice.hours.map(({ lineId, minutes, amount }) => ({ lineId, minutes, amount }));
  const amounts = { lines, hours, lateFees, subtotal, commission, tax, total };
  return {
    type: InvoiceIssuedV1.type,
    audience: [agencyId, businessId],
    data: { number, engagementId, agencyId, businessId, periodFrom, periodTo, ...amounts, issuedAt },
  };
}
