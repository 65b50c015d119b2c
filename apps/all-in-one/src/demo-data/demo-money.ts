import type { AgencyDto, AgreementDto, AgreementPageDto, DutyRunPageDto, InvoiceDto, InvoicePageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** Where the demo's businesses pay to and its agencies are paid; the example of the registry of IBANs. */
export const demoBankAccount = { holder: 'Ajudant (demo)', iban: 'ES9121000418450200051332' } as const;

/**
 * Work of the business that is accepted, charged and paid by a transfer, a second transfer that names no invoice, and a payout that
 * waits for the bank: so that there is something in the books.
 */
export async function ensureMoney(owner: DemoClient, business: DemoClient, administrator: DemoClient): Promise<void> {
  const { body: issued } = await owner.get<InvoicePageDto>('/v1/invoices');
  const invoice = issued.items[0] ?? (await charge(owner, business));
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

/** What is due first, done and accepted, on an invoice; none where nothing is due yet. */
async function charge(owner: DemoClient, business: DemoClient): Promise<InvoiceDto | undefined> {
  const { body: agreements } = await business.get<AgreementPageDto>('/v1/agreements');
  const agreement = agreements.items[0];
  if (agreement === undefined) return undefined;
  const path = `/v1/engagements/${agreement.id}/duty-runs`;
  const { body: runs } = await owner.get<DutyRunPageDto>(path);
  const run = runs.items.find(({ opensAt, status }) => status === 'scheduled' && Date.parse(opensAt) <= Date.now());
  if (run === undefined) return undefined;
  const evidence = [{ kind: 'note', value: 'Every mail of the week has its label or its answer' }];
  await owner.post(`${path}/${run.id}/done`, { body: { quantity: run.volume, minutes: 110, evidence } });
  await business.post(`${path}/${run.id}/acceptance`, { body: { quality: 5 } });
  const { body: agreed } = await business.get<AgreementDto>(`/v1/agreements/${agreement.id}`);
  const { timeZone } = agreed.versions.at(-1)!;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
  const { body: invoice } = await owner.post<InvoiceDto>('/v1/invoices', {
    body: { engagementId: agreement.id, periodFrom: today, periodTo: today },
  });
  return invoice;
}
