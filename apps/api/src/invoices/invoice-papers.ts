import { marketplace } from '#access';
import { type CatalogueLanguage, type CreditNote, type DateRange, type Invoice, type Money, qrAddress } from '#domain';
import type { Scope } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { CreditNoteStore } from './credit-note.store.js';
import { eCreditNoteOf, eInvoiceOf, type EPayment, notInStandard } from './documents/e-invoice.js';
import { creditNotePdf, invoicePdf } from './documents/invoice-pdf.js';
import { ublOf } from './documents/ubl.js';
import { InvoicePayments } from './invoice-payments.js';
import { InvoiceStore } from './invoice.store.js';
import { BillingRecordSending } from './verifactu/billing-record-sending.js';
import { BillingRecords } from './verifactu/billing-records.js';

/** An invoice or a credit note as others keep it. */
export interface InvoicePaper {
  readonly kind: 'invoice' | 'credit-note';
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly total: Money;
  /** Of an invoice that was paid. */
  readonly paidAt: string | null;
  /** The number of the invoice that a credit note takes back. */
  readonly corrects: string | null;
  /** With its XML inside, where it can have one. */
  readonly pdf: (language: CatalogueLanguage) => Promise<Buffer>;
  /** By EN 16931 in UBL; null for what the standard has no place for. */
  readonly xml: (language: CatalogueLanguage) => string | null;
}

/** Invoices as documents: made anew each time, and the same each time. */
@Injectable()
export class InvoicePapers {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly invoices: InvoiceStore,
    private readonly creditNotes: CreditNoteStore,
    private readonly payments: InvoicePayments,
    private readonly billing: BillingRecords,
    private readonly sending: BillingRecordSending,
  ) {}

  /** An invoice with where it is paid to, if the marketplace has named an account. @throws DomainError `invoice.not-found` */
  async payable(
    scope: Scope,
    id: string,
  ): Promise<{ invoice: Invoice; payment: EPayment | null; paidAt: string | null; qr: string | null }> {
    const { state: invoice } = await this.invoices.load(scope, id);
    const { bankAccount } = this.settings;
    const known = (await this.payments.ofInvoices(scope, [id])).get(id);
    const payment =
      bankAccount && known ? { payee: bankAccount.holder, iban: bankAccount.iban, reference: known.reference } : null;
    return { invoice, payment, paidAt: known?.paidAt ?? null, qr: await this.qrOf(scope, id) };
  }

  /** What the QR code of a document says whose issuer keeps records of it as Spain wants them; null for others. */
  async qrOf(scope: Scope, documentId: string): Promise<string | null> {
    const link = await this.billing.of(scope, documentId);
    return link === null ? null : qrAddress(link.record, this.sending.reachesTaxOffice);
  }

  /** Those that a business got in a period by the dates that they bear, in their order; one is in memory at a time. */
  async *ofBusiness(businessId: string, period: DateRange): AsyncGenerator<InvoicePaper> {
    for (const { id, kind } of await this.issuedAround(businessId, period)) {
      const paper = kind === 'invoice' ? await this.invoicePaper(id) : await this.creditNotePaper(id);
      if (paper.issuedOn >= period.from && paper.issuedOn <= period.to) yield paper;
    }
  }

  /** A day more at both ends, since each issuer has its clock. */
  private issuedAround(businessId: string, { from, to }: DateRange) {
    return this.database.read(marketplace, (tx) =>
      tx.query<{ id: string; kind: InvoicePaper['kind'] }>(
        `SELECT id, 'invoice' AS kind, issued_at FROM api.invoice
          WHERE business_id = $1 AND issued_at >= $2::date - 1 AND issued_at < $3::date + 2
         UNION ALL
         SELECT id, 'credit-note', issued_at FROM api.credit_note
          WHERE business_id = $1 AND issued_at >= $2::date - 1 AND issued_at < $3::date + 2
         ORDER BY issued_at, id`,
        [businessId, from, to],
      ),
    );
  }

  private async invoicePaper(id: string): Promise<InvoicePaper> {
    const { invoice, payment, paidAt, qr } = await this.payable(marketplace, id);
    return {
      ...saidBy(invoice),
      kind: 'invoice',
      id,
      paidAt,
      corrects: null,
      pdf: (language) => invoicePdf(invoice, { payment, qr }, language),
      xml: (language) => (notInStandard(invoice) === null ? ublOf(eInvoiceOf(invoice, payment, language)) : null),
    };
  }

  private async creditNotePaper(id: string): Promise<InvoicePaper> {
    const { state: creditNote } = await this.creditNotes.load(marketplace, id);
    const qr = await this.qrOf(marketplace, id);
    return {
      ...saidBy(creditNote),
      kind: 'credit-note',
      id,
      paidAt: null,
      corrects: creditNote.invoiceNumber,
      pdf: (language) => creditNotePdf(creditNote, qr, language),
      xml: (language) => (notInStandard(creditNote) === null ? ublOf(eCreditNoteOf(creditNote, language)) : null),
    };
  }
}

const saidBy = ({ number, issuedOn, total }: Invoice | CreditNote) => ({ number, issuedOn, total });
