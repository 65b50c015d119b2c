import { Access } from '#access';
import {
  AssignReceiptDto,
  BankReceiptDto,
  BankReceiptPageDto,
  ReceiptQueryDto,
  StatementReportDto,
  TakeRepaymentDto,
} from '#contracts';
import { CurrentCall, Step } from '#platform/endpoints';
import { Idempotent, PageQuery, type PageRequest, TextBody, UuidParam } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { AssignReceipt } from './assign-receipt.js';
import { BankReceiptStore } from './bank-receipt.store.js';
import { ImportStatement } from './import-statement.js';
import { statementColumns } from './read-statement.js';
import { TakeRepayment } from './take-repayment.js';
import { UnassignReceipt } from './unassign-receipt.js';
import type { Statement } from './statement.js';
import { StatementReader } from './statement-reader.js';

const description = `Takes in a statement of the marketplace's bank account, as camt.053 (ISO 20022) or CSV with the columns
${statementColumns.map((column) => `\`${column}\``).join(', ')}, of at most 1 MB. Each booked credit is taken once, by the bank's
reference; one that names invoices of one business by their references pays them. The same statement again changes nothing.`;

@ApiTags('payments')
@Controller('v1/admin')
export class BankReceiptsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly receipts: BankReceiptStore,
    private readonly reader: StatementReader,
  ) {}

  @Post('bank-statements')
  @HttpCode(200)
  @Idempotent({
    before: (controller: BankReceiptsController, _call: Call, text: string) => controller.reader.read(text),
  })
  @Access(actAsAdministrator)
  @ApiOperation({ summary: 'Import a bank statement', description })
  @ApiOkResponse({ type: StatementReportDto })
  import(
    @CurrentCall() call: Call,
    @TextBody({ mediaTypes: ['text/csv', 'application/xml', 'text/xml'] }) _text: string,
    statement: Statement,
  ): Promise<StatementReportDto> {
    return this.commands.execute(new ImportStatement({ ...call, statement }));
  }

  /** Receipts, the latest first; those that are nobody's with whose they may be. */
  @Get('bank-receipts')
  @Access(readAsAdministrator)
  list(@Query() query: ReceiptQueryDto, @PageQuery() page: PageRequest): Promise<BankReceiptPageDto> {
    return this.receipts.list(query, page);
  }

  /** Says whose a receipt is, and pays with it. */
  @Step('bank-receipts/:id/assignment', actAsAdministrator, BankReceiptDto)
  async assign(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() { businessId, invoiceIds = [] }: AssignReceiptDto,
  ): Promise<BankReceiptDto> {
    await this.commands.execute(new AssignReceipt({ ...call, receiptId: id, businessId, invoiceIds }));
    return this.receipts.read(id);
  }

  /** Says which agency has paid back by it what it owed: of which more was taken back, by credit notes, than it has earned since. */
  @Step('bank-receipts/:id/repayment', actAsAdministrator, BankReceiptDto)
  async repay(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() { agencyId }: TakeRepaymentDto,
  ): Promise<BankReceiptDto> {
    await this.commands.execute(new TakeRepayment({ ...call, receiptId: id, agencyId }));
    return this.receipts.read(id);
  }

  /**
   * Takes back an assignment to the wrong business, as long as that one has not spent the money, or to the wrong agency, as long as no payout has set it
   * off; the receipt is nobody's again.
   */
  @Step('bank-receipts/:id/unassignment', actAsAdministrator, BankReceiptDto)
  async unassign(@CurrentCall() call: Call, @UuidParam() id: string): Promise<BankReceiptDto> {
    await this.commands.execute(new UnassignReceipt({ ...call, receiptId: id }));
    return this.receipts.read(id);
  }
}
