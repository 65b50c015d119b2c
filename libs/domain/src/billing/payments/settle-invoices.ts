import { compare, type Money, subtract } from '../money/money.js';

/** An invoice that isn't paid, or the fee of a reminder of one. */
export interface OpenInvoice {
  /** Of a fee, the invoice's. */
  readonly invoiceId: string;
  /** Null for the invoice itself. */
  readonly reminderFeeId?: string | null;
  readonly total: Money;
  readonly issuedAt: string;
}

/**
 * Which invoices a business's prepaid money pays: first the one that it named on its transfer, then the oldest. An invoice is
 * paid whole or not yet; what doesn't suffice for the next one stays prepaid, so that nobody has to wonder what a part was for.
 * @param open of the currency of `prepaid`
 */
export function invoicesToSettle(
  prepaid: Money,
  open: readonly OpenInvoice[],
  named: ReadonlySet<string> = new Set(),
): OpenInvoice[] {
  const inTurn = open.toSorted(
    (a, b) =>
      Number(named.has(b.invoiceId)) - Number(named.has(a.invoiceId)) ||
      (a.issuedAt < b.issuedAt ? -1 : a.issuedAt > b.issuedAt ? 1 : a.invoiceId < b.invoiceId ? -1 : 1),
  );
  const settled: OpenInvoice[] = [];
  let left = prepaid;
  for (const invoice of inTurn) {
    const suffices = compare(invoice.total, left) <= 0;
    if (suffices) {
      settled.push(invoice);
      left = subtract(left, invoice.total);
    } else if (!named.has(invoice.invoiceId)) break;
  }
  return settled;
}
