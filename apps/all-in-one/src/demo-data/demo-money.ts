import type { AgencyDto, InvoicePageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** Where the demo's businesses pay to and its agencies are paid; the example of the registry of IBANs. */
export const demoBankAccount = { holder: 'Ajudant (demo)', iban: 'ES9121000418450200051332' } as const;

/**
 * The agency's first invoice is paid by a transfer, a second transfer names no invoice, and a payout waits for the bank: so that there is
 * something in the books.
 */
export async function ensureMoney(owner: DemoClient, administrator: DemoClient): Promise<void> {
  const { body: issued } = await owner.get<InvoicePageDto>('/v1/invoices');
  const [invoice] = issued.items;
  if (invoice === undefined || invoice.status === 'paid') return;
  const { body: agencies } = await owner.get<{ items: AgencyDto[] }>('/v1/agencies');
  const { name, id } = agencies.items[0]!;
  await owner.put(`/v1/agencies/${id}/bank-account`, { body: { ...demoBankAccount, holder: name }, etag: '*' });
  const on = invoice.issuedAt.slice(0, 10);
  const amount = (invoice.total.amountMinor / 100).toFixed(2);
  await administrator.post('/v1/admin/bank-statements', {
    contentType: 'text/csv',
    body: [
      'bookedOn;amount;currency;bankReference;payerName;payerIban;remittance',
      `${on};${amount};EUR;demo-1;Forn;${demoBankAccount.iban};${invoice.payment.reference}`,
      `${on};120,00;EUR;demo-2;M. Serra;;For November`,
    ].join('\n'),
  });
  await administrator.post('/v1/admin/payout-batches', { body: { currency: 'EUR' } });
}
