import { Access, type Actor, type Role, scopeOf } from '#access';
import { InvoiceDto, InvoicePageDto, InvoiceQueryDto, IssueInvoiceDto } from '#contracts';
import type { Invoice, InvoiceId } from '#domain';
import type { Versioned } from '#platform/database';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { InvoiceStore } from './invoice.store.js';
import { IssueInvoice } from './issue-invoice.js';

const issuers: readonly Role[] = ['agency.owner', 'agency.coordinator'];
const readers: readonly Role[] = [
  ...issuers,
  'business.owner',
  'business.colleague',
  'business.accountant',
  'marketplace.administrator',
];

@ApiTags('invoices')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly invoices: InvoiceStore,
  ) {}

  /** Charges the work that was accepted in a period and is on no invoice yet. */
  @Post()
  @Idempotent()
  @Access({ roles: issuers, scope: 'invoices:write' })
  @ApiCreatedResponse({ type: InvoiceDto })
  async issue(
    @CurrentActor() actor: Actor,
    @Body() { engagementId, periodFrom, periodTo }: IssueInvoiceDto,
    @Now() now: string,
  ): Promise<Answer<InvoiceDto>> {
    const period = { from: periodFrom, to: periodTo };
    const invoice = await this.commands.execute(
      new IssueInvoice(actor, uuidv7() as InvoiceId, engagementId, period, now),
    );
    return versioned(invoiceDto(invoice), invoice.version, { location: `/v1/invoices/${invoice.state.invoiceId}` });
  }

  /** Issued or received ones, oldest first. */
  @Get()
  @Access({ roles: readers, scope: 'invoices:read' })
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { engagementId }: InvoiceQueryDto,
  ): Promise<InvoicePageDto> {
    const found = await this.invoices.page(scopeOf(actor), engagementId, page);
    return { items: found.items.map(invoiceDto), next: found.next };
  }

  @Get(':id')
  @Access({ roles: readers, scope: 'invoices:read' })
  @ApiOkResponse({ type: InvoiceDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<InvoiceDto>> {
    const invoice = await this.invoices.load(scopeOf(actor), id);
    return versioned(invoiceDto(invoice), invoice.version);
  }
}

const invoiceDto = ({ state, version }: Versioned<Invoice>): InvoiceDto => {
  const { invoiceId, agreementId, fromOn, toOn, lines, ...said } = state;
  return {
    ...said,
    id: invoiceId,
    engagementId: agreementId,
    periodFrom: fromOn,
    periodTo: toOn,
    lines: lines.map((line) => ({ ...line, dutyRunIds: [...line.dutyRunIds] })),
    version,
  };
};
