import type { AgencyDto, DepositInstructionsDto, InvoicePageDto, LedgerAccountListDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { ensureDispute } from './demo-disputes.js';
import { daysFromNow } from './demo-time.js';

/** Where the demo's businesses pay to and its agencies are paid; the example of the registry of IBANs. */
export const demoBankAccount = { holder: 'Ajudant (demo)', iban: 'ES9121000418450200051332' } as const;

/**
 * The agency's first invoice is paid by a transfer, a second one names no invoice, the business pays ahead and wants a part of it back, a
 * payout waits for the bank, and the bank took a fee: so that there is something in the books, and something to reconcile.
 * A part of the invoice is taken back by a credit note, and another one is in dispute.
 */
export async function ensureMoney(owner: DemoClient, business: DemoClient, administrator: DemoClient): Promise<void> {
  const { body: issued } = await owner.get<InvoicePageDto>('/v1/invoices');
  const [invoice] = issued.items;
  if (invoice === undefined || invoice.status === 'paid') return;
  const { body: agencies } = await owner.get<{ items: AgencyDto[] }>('/v1/agencies');
  const { name, id } = agencies.items[0]!;
  await owner.put(`/v1/agencies/${id}/bank-account`, { body: { ...demoBankAccount, holder: name }, etag: '*' });
  const { body: ahead } = await business.get<DepositInstructionsDto>('/v1/deposit-instructions');
  const on = invoice.issuedOn;
  const total = (invoice.total.amountMinor / 100).toFixed(2);
  await administrator.post('/v1/admin/bank-statements', {
    contentType: 'text/csv',
    body: [
      'bookedOn;amount;currency;bankReference;payerName;payerIban;remittance',
      `${on};${total};EUR;demo-1;Forn;${demoBankAccount.iban};${invoice.payment.reference}`,
      `${on};120,00;EUR;demo-2;M. Serra;;For November`,
      `${on};600,00;EUR;demo-3;Forn;${demoBankAccount.iban};${ahead.reference}`,
      `${on};-4,50;EUR;demo-4;;;Account fee`,
    ].join('\n'),
  });
  const unused = await unusedMoneyOf(business);
  if (unused > 0) {
    const amount = { amountMinor: Math.ceil(unused / 10), currency: 'EUR' };
    await business.post('/v1/refunds', { body: { amount, account: { ...demoBankAccount, holder: 'Forn' } } });
  }
  await administrator.post('/v1/admin/payout-batches', { body: { currency: 'EUR' } });
  const tiers = [
    { fromMinor: 0, bps: 1_000 },
    { fromMinor: 1_000_000, bps: 800 },
    { fromMinor: 5_000_000, bps: 600 },
  ];
  const effectiveOn = daysFromNow(0);
  await administrator.post(`/v1/admin/agencies/${id}/commission-schedules`, {
    body: { effectiveOn, currency: 'EUR', tiers },
  });
  await owner.post(`/v1/invoices/${invoice.id}/credit-notes`, {
    body: {
      reason: 'Two receipts were in the pile twice',
      amount: { amountMinor: 500, currency: invoice.total.currency },
    },
  });
  await ensureDispute(owner, business, invoice);
}

/** In minor units of euros: paid ahead, less what open invoices wait for. */
async function unusedMoneyOf(business: DemoClient): Promise<number> {
  const { body } = await business.get<LedgerAccountListDto>('/v1/ledger/accounts');
  const of = (wanted: string): number =>
    body.items.find(({ purpose, balance }) => purpose === wanted && balance.currency === 'EUR')?.balance.amountMinor ??
    0;
  return of('prepaid') - of('receivable');
}
