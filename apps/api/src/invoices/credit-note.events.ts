import { CreditNoteIssuedV1 } from '#contracts';
import type { CreditNoteFact } from '#domain';
import type { EventBody } from '#platform/database';

/** For both sides: what was taken back, without the words of the reason. */
export function creditNoteEvent({ creditNote }: CreditNoteFact): EventBody {
  const { number, invoiceId, agreementId: engagementId, agencyId, businessId } = creditNote;
  const { subtotal, commission, tax, total, issuedAt } = creditNote;
  const amounts = { subtotal, commission, tax, total };
  return {
    type: CreditNoteIssuedV1.type,
    audience: [agencyId, businessId],
    data: { number, invoiceId, engagementId, agencyId, businessId, ...amounts, issuedAt },
  };
}
