import { Access, type AccessRule, type Actor, agencyTeam, scopeOf } from '#access';
import { CreditNoteDto, CreditNotePageDto, CreditNoteQueryDto, DocumentQueryDto, IssueCreditNoteDto } from '#contracts';
import { type CreditNote, type CreditNoteId, DomainError, type Money, taxReasonOf } from '#domain';
import type { Versioned } from '#platform/database';
import { CurrentCall, Reading, Step } from '#platform/endpoints';
import {
  type Answer,
  CurrentActor,
  type FileAnswer,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { CreditNoteStore } from './credit-note.store.js';
import { Document, fileOf } from './documents/document-file.js';
import { ciiOf } from './documents/cii.js';
import { eCreditNoteOf } from './documents/e-invoice.js';
import { creditNotePdf } from './documents/invoice-pdf.js';
import { ublOf } from './documents/ubl.js';
import { InvoicePapers } from './invoice-papers.js';
import { readInvoices } from './invoice-rules.js';
import { IssueCreditNote } from './issue-credit-note.js';
import { billingRecordXml } from './verifactu/billing-record-xml.js';
import { BillingRecords } from './verifactu/billing-records.js';

const issue: AccessRule = { roles: agencyTeam, scope: 'invoices:write' };

@ApiTags('invoices')
@Controller('v1')
export class CreditNotesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly creditNotes: CreditNoteStore,
    private readonly papers: InvoicePapers,
    private readonly billing: BillingRecords,
  ) {}

  /** Takes the invoice back, wholly or in part. What was paid of it is the business's prepaid money again. */
  @Step('invoices/:id/credit-notes', issue, CreditNoteDto, { status: 201 })
  async issue(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() { reason, amount }: IssueCreditNoteDto,
  ): Promise<Answer<CreditNoteDto>> {
    const creditNoteId = uuidv7() as CreditNoteId;
    const taken = (amount ?? null) as Money | null;
    const command = new IssueCreditNote({ ...call, creditNoteId, invoiceId: id, reason, amount: taken });
    const creditNote = creditNoteDto(await this.commands.execute(command));
    return versioned(creditNote, creditNote.version, { location: `/v1/credit-notes/${creditNoteId}` });
  }

  /** Issued or received ones, the latest first. */
  @Get('credit-notes')
  @Access(readInvoices)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { invoiceId }: CreditNoteQueryDto,
  ): Promise<CreditNotePageDto> {
    return this.creditNotes.list(scopeOf(actor), invoiceId, page, creditNoteDto);
  }

  /** One credit note. */
  @Reading('credit-notes/:id', readInvoices, CreditNoteDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<CreditNoteDto>> {
    const creditNote = await this.creditNotes.load(scopeOf(actor), id);
    return versioned(creditNoteDto(creditNote), creditNote.version);
  }

  /** To read and to keep: PDF/A-3 with its XML inside (Factur-X), in one of the languages. */
  @Document('credit-notes/:id/pdf', readInvoices, 'application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const scope = scopeOf(actor);
    const { state } = await this.creditNotes.load(scope, id);
    const qr = await this.papers.qrOf(scope, id);
    return fileOf(await creditNotePdf(state, qr, language ?? 'en'), state.number, 'application/pdf');
  }

  /** The credit note by EN 16931, in UBL 2.1. */
  @Document('credit-notes/:id/ubl', readInvoices, 'application/xml')
  async ubl(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const { state } = await this.creditNotes.load(scopeOf(actor), id);
    return fileOf(ublOf(eCreditNoteOf(state, language ?? 'en')), state.number, 'application/xml');
  }

  /** The credit note by EN 16931, in UN/CEFACT's CII. */
  @Document('credit-notes/:id/cii', readInvoices, 'application/xml')
  async cii(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language }: DocumentQueryDto,
  ): Promise<FileAnswer> {
    const { state } = await this.creditNotes.load(scopeOf(actor), id);
    return fileOf(ciiOf(eCreditNoteOf(state, language ?? 'en')), state.number, 'application/xml');
  }

  /** Its record by Spain's rules on invoicing programs, of agencies that keep such records. */
  @Document('credit-notes/:id/billing-record', readInvoices, 'application/xml')
  async billingRecord(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileAnswer> {
    const scope = scopeOf(actor);
    const { state } = await this.creditNotes.load(scope, id);
    const link = await this.billing.of(scope, id);
    if (link === null) throw new DomainError('invoice.no-billing-record');
    return fileOf(billingRecordXml(state, link), state.number, 'application/xml');
  }
}

const creditNoteDto = ({ state, version }: Versioned<CreditNote>): CreditNoteDto => {
  const { creditNoteId, agreementId, ...said } = state;
  return { ...said, taxReason: { ...taxReasonOf(said) }, id: creditNoteId, engagementId: agreementId, version };
};
