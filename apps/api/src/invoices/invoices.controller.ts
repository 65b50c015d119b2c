import { Access, type AccessRule, type Actor, administrators, agencyTeam, businessReaders, scopeOf } from '#access';
import { InvoiceDto, InvoicePageDto, InvoiceQueryDto, IssueInvoiceDto } from '#contracts';
import type { Invoice, InvoiceId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, Reading } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { InvoiceStore } from './invoice.store.js';
import { IssueInvoice } from './issue-invoice.js';

const issue: AccessRule = { roles: agencyTeam, scope: 'invoices:write' };
const read: AccessRule = { roles: [...agencyTeam, ...businessReaders, ...administrators], scope: 'invoices:read' };

@ApiTags('invoices')
@Controller('v1/invoices')
export class InvoicesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly invoices: InvoiceStore,
  ) {}

  /** Charges the work that was accepted in a period, and the late fees that arose in it, where no invoice does yet. */
  @Creation(issue, InvoiceDto)
  async issue(@CurrentCall() call: Call, @Body() body: IssueInvoiceDto): Promise<Answer<InvoiceDto>> {
    const { engagementId, periodFrom: from, periodTo: to } = body;
    const invoiceId = uuidv7() as InvoiceId;
    const invoice = await this.commands.execute(
      new IssueInvoice({ ...call, invoiceId, engagementId, period: { from, to } }),
    );
    return versioned(invoiceDto(invoice), invoice.version, { location: `/v1/invoices/${invoiceId}` });
  }

  /** Issued or received ones. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: InvoiceQueryDto,
  ): Promise<InvoicePageDto> {
    return this.invoices.list(scopeOf(actor), query, page, invoiceDto);
  }

  /** One invoice, with its lines. */
  @Reading(':id', read, InvoiceDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<InvoiceDto>> {
    const invoice = await this.invoices.load(scopeOf(actor), id);
    return versioned(invoiceDto(invoice), invoice.version);
  }
}

const invoiceDto = ({ state, version }: Versioned<Invoice>): InvoiceDto => {
  const { invoiceId, agreementId, lines, lateFees, ...said } = state;
  return {
    ...said,
    id: invoiceId,
    status: 'issued',
    engagementId: agreementId,
    lines: lines.map((line) => ({ ...line, dutyRunIds: [...line.dutyRunIds] })),
    lateFees: [...lateFees],
    version,
  };
};
