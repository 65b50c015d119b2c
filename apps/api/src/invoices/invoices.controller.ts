import { Access, type AccessRule, type Actor, agencyTeam, scopeOf } from '#access';
import { InvoiceDto, InvoicePageDto, InvoiceQueryDto, IssueInvoiceDto, PaymentInstructionsDto } from '#contracts';
import { add, type Invoice, type InvoiceId, type Money, taxReasonOf } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Creation, CurrentCall, Reading } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Inject, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken, takesCards } from '../api-settings.js';
import type { Call } from '../call.js';
import { InvoicePayments, type InvoicePaymentState } from './invoice-payments.js';
import { readInvoices } from './invoice-rules.js';
import { InvoiceStore } from './invoice.store.js';
import { IssueInvoice } from './issue-invoice.js';

const issue: AccessRule = { roles: [...agencyTeam, 'business.owner'], scope: 'invoices:write' };

@ApiTags('invoices')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly invoices: InvoiceStore,
    private readonly payments: InvoicePayments,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /**
   * Charges the work and the time that were accepted in a period, and the late fees that arose in it, where no invoice does yet.
   * Where the two sides agreed on self-billing, the business does, in the agency's name.
   */
  @Creation(issue, InvoiceDto)
  async issue(@CurrentCall() call: Call, @Body() body: IssueInvoiceDto): Promise<Answer<InvoiceDto>> {
    const { engagementId, periodFrom: from, periodTo: to } = body;
    const invoiceId = uuidv7() as InvoiceId;
    const invoice = await this.commands.execute(
      new IssueInvoice({ ...call, invoiceId, engagementId, period: { from, to } }),
    );
    const answer = await this.withPayment(scopeOf(call.actor), invoice);
    return versioned(answer, answer.version, { location: `/v1/invoices/${invoiceId}` });
  }

  /** Issued or received ones. */
  @Get()
  @Access(readInvoices)
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: InvoiceQueryDto,
  ): Promise<InvoicePageDto> {
    const scope = scopeOf(actor);
    const found = await this.invoices.list(scope, query, page, (invoice) => invoice);
    const ids = found.items.map(({ state }) => state.invoiceId);
    const payments = await this.payments.ofInvoices(scope, ids);
    return { ...found, items: found.items.map((invoice) => invoiceDto(invoice, payments)) };
  }

  /** One invoice, with its lines. */
  @Reading(':id', readInvoices, InvoiceDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<InvoiceDto>> {
    const scope = scopeOf(actor);
    const answer = await this.withPayment(scope, await this.invoices.load(scope, id));
    return versioned(answer, answer.version);
  }

  /** How to pay it: to which account, by which reference, until when. */
  @Get(':id/payment')
  @Access(readInvoices)
  async payment(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<PaymentInstructionsDto> {
    const scope = scopeOf(actor);
    const { payment } = await this.withPayment(scope, await this.invoices.load(scope, id));
    const ways = {
      account: this.settings.bankAccount ?? null,
      cards: takesCards(this.settings) && !(await this.payments.isInDispute(id)),
    };
    return { ...payment, ...ways, amount: add(payment.open as Money, payment.openFees as Money) };
  }

  private async withPayment(scope: Scope, invoice: Versioned<Invoice>): Promise<InvoiceDto> {
    return invoiceDto(invoice, await this.payments.ofInvoices(scope, [invoice.state.invoiceId]));
  }
}

function invoiceDto(
  { state, version }: Versioned<Invoice>,
  payments: ReadonlyMap<string, InvoicePaymentState>,
): InvoiceDto {
  const { invoiceId, agreementId, lines, hours, lateFees, ...said } = state;
  const paid = payments.get(invoiceId);
  if (paid === undefined) throw new Error(`the invoice ${invoiceId} has no reference`);
  const { status, ...payment } = paid;
  return {
    ...said,
    taxReason: { ...taxReasonOf(said) },
    id: invoiceId,
    status,
    engagementId: agreementId,
    selfBilled: said.selfBilled ?? false,
    lines: lines.map((line) => ({ ...line, dutyRunIds: [...line.dutyRunIds] })),
    hours: hours.map(({ pack, ...line }) => ({
      ...line,
      timeEntryIds: [...line.timeEntryIds],
      pack: pack ? { ...pack } : null,
    })),
    lateFees: [...lateFees],
    payment,
    // That it was paid is its second fact, and there is no third.
    version: payment.paidAt === null ? version : version + 1,
  };
}
