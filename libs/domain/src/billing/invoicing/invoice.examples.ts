import type { InvoiceId } from '../../ids.js';
import { agencyId, agreementId, businessId, parties } from '../../responsibilities/agreement/agreement.examples.js';
import { moneyOf, sum } from '../money/money.js';
import { taxOn, type TaxedSums } from '../pricing/quote.js';
import type { Invoice } from './invoice.js';

/** For specs: of the work of a month. */
export const invoiceOfMarch = {
  invoiceId: 'invoice-1' as InvoiceId,
  number: '2026-0001',
  agreementId,
  agencyId,
  businessId,
  parties,
  periodFrom: '2026-03-01',
  periodTo: '2026-03-31',
  issuedOn: '2026-04-01',
};

/** An invoice that comes to so much, with its tax by the rate, and says nothing of what for. */
export function invoiceOver(
  sums: Omit<TaxedSums, 'tax' | 'taxNote' | 'total'>,
  changes: Partial<Invoice> = {},
): Invoice {
  const { subtotal, commission, taxBps } = sums;
  const net = sum([subtotal, commission], subtotal.currency);
  const tax = moneyOf(taxOn(BigInt(net.amountMinor), { taxBps, taxNote: '' }), subtotal.currency);
  return {
    ...invoiceOfMarch,
    lines: [],
    hours: [],
    lateFees: [],
    ...sums,
    taxNote: '',
    tax,
    total: sum([net, tax], subtotal.currency),
    dueOn: '2026-04-15',
    issuedAt: '2026-04-01T08:00:00.000Z',
    ...changes,
  };
}
