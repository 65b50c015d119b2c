import type { CreditNote, Invoice } from '#domain';

/** What lists of invoices and of credit notes look for. */
export const documentColumns = ({
  agreementId,
  agencyId,
  businessId,
  number,
  issuedAt,
  total,
}: Invoice | CreditNote) => ({
  engagementId: agreementId,
  agencyId,
  businessId,
  number,
  issuedAt: new Date(issuedAt),
  totalMinor: String(total.amountMinor),
});
