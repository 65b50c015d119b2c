import type { InvoiceDto } from '#contracts';
import { randomUUID } from 'node:crypto';
import { aChangeOrder } from './change-orders.js';
import { dayAheadOf } from './days.js';
import { anAcceptedRun, type Engaged } from './engagements.js';
import { anAdministrator, type SignedIn } from './people.js';
import { type TestApi, testApiSettings } from './test-api.js';

/** Ids of a receipt that paid an invoice, and of the payout of what it earned, with its batch. */
export interface PaidOut {
  readonly receiptId: string;
  readonly batchId: string;
  readonly payoutId: string;
}

/** An invoice of accepted work that is due in a week, of which the business is reminded for 15 euros a day later. */
export async function anInvoiceToRemindOf(api: TestApi, engaged: Engaged): Promise<InvoiceDto> {
  await aChangeOrder(api, engaged, {
    invoicing: { daysToPay: 7, reminders: [{ afterDays: 1, feeMinor: 1_500 }], selfBilling: false },
  });
  await anAcceptedRun(api, engaged);
  const [periodFrom, periodTo] = [dayAheadOf(api.clock, -1), dayAheadOf(api.clock, 0)];
  const issued = await api.http
    .post('/v1/invoices')
    .set(engaged.agency.headers())
    .send({ engagementId: engaged.id, periodFrom, periodTo })
    .expect(201);
  return issued.body as InvoiceDto;
}

/** An invoice of an agency, paid by a transfer and paid out; the agency's account is the marketplace's own. */
export async function aPayout(api: TestApi, agency: SignedIn, invoiceId: string): Promise<PaidOut> {
  const administrator = await anAdministrator(api);
  const { body: invoice } = await api.http.get(`/v1/invoices/${invoiceId}`).set(agency.headers()).expect(200);
  const amount = (invoice.total.amountMinor as number) / 100;
  const bankReference = randomUUID();
  await api.http
    .put(`/v1/agencies/${agency.organisationId}/bank-account`)
    .set(agency.headers())
    .send(testApiSettings.bankAccount)
    .expect(200);
  const post = (path: string) => api.http.post(path).set(administrator.headers());
  await post('/v1/admin/bank-statements')
    .set('content-type', 'text/csv')
    .send(
      `bookedOn,amount,currency,bankReference,remittance\n2026-03-02,${amount},EUR,${bankReference},${invoice.payment.reference}`,
    )
    .expect(200);
  const receipts = await api.http.get('/v1/admin/bank-receipts?limit=1').set(administrator.headers()).expect(200);
  const { body: batch } = await post('/v1/admin/payout-batches').send({ currency: 'EUR' }).expect(201);
  return { receiptId: receipts.body.items[0].id, batchId: batch.id, payoutId: batch.payouts[0].id };
}
