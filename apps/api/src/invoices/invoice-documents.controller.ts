import { type Actor, scopeOf } from '#access';
import { DocumentQueryDto } from '#contracts';
import { DomainError } from '#domain';
import { CurrentActor, type FileAnswer, UuidParam } from '#platform/http';
import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ciiOf } from './documents/cii.js';
import { Document, fileOf } from './documents/document-file.js';
import { eInvoiceOf } from './documents/e-invoice.js';
import { invoicePdf } from './documents/invoice-pdf.js';
import { ublOf } from './documents/ubl.js';
import { InvoicePapers } from './invoice-papers.js';
import { readInvoices } from './invoice-rules.js';
import { billingRecordXml } from './verifactu/billing-record-xml.js';
import { BillingRecords } from './verifactu/billing-records.js';

@ApiTags('invoices')
@Controller('v1/invoices/:id')
export class InvoiceDocumentsController {
  constructor(
    private readonly papers: InvoicePapers,
    private readonly billing: BillingRecords,
  ) {}

  /** To read and to keep: PDF/A-3 with its XML inside (Factur-X), in one of the languages. */
  @Document('pdf', readInvoices, 'application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const { invoice, payment, qr } = await this.papers.payable(scopeOf(actor), id);
    return fileOf(await invoicePdf(invoice, { payment, qr }, language ?? 'en'), invoice.number, 'application/pdf');
  }

  /** The invoice by EN 16931, in UBL 2.1. */
  @Document('ubl', readInvoices, 'application/xml')
  async ubl(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const { invoice, payment } = await this.papers.payable(scopeOf(actor), id);
    return fileOf(ublOf(eInvoiceOf(invoice, payment, language ?? 'en')), invoice.number, 'application/xml');
  }

  /** The invoice by EN 16931, in UN/CEFACT's CII. */
  @Document('cii', readInvoices, 'application/xml')
  async cii(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const { invoice, payment } = await this.papers.payable(scopeOf(actor), id);
    return fileOf(ciiOf(eInvoiceOf(invoice, payment, language ?? 'en')), invoice.number, 'application/xml');
  }

  /**
   * The record of the invoice that Spain wants of invoicing programs (Real Decreto 1007/2023, Orden HAC/1177/2024), with its hash and
   * that of the one before; of agencies that keep such records.
   */
  @Document('billing-record', readInvoices, 'application/xml')
  async billingRecord(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileAnswer> {
    const scope = scopeOf(actor);
    const { invoice } = await this.papers.payable(scope, id);
    const link = await this.billing.of(scope, id);
    if (link === null) throw new DomainError('invoice.no-billing-record');
    return fileOf(billingRecordXml(invoice, link), invoice.number, 'application/xml');
  }
}
