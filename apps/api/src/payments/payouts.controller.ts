import { Access, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { MakePayoutBatchDto, PayoutBatchDto, PayoutBatchPageDto, PayoutDto, PayoutPageDto } from '#contracts';
import { type Currency, currencyOf, DomainError, type Money } from '#domain';
import { CurrentCall, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Header, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { creditTransferOf } from '../ledger/credit-transfer.js';
import { CallOffPayout } from './call-off-payout.js';
import { MakePayoutBatch } from './make-payout-batch.js';
import { PayoutStore } from './payout.store.js';
import { goesByService } from './posted-payout.js';
import { ReturnPayout } from './return-payout.js';
import { SendPayoutBatch } from './send-payout-batch.js';

@ApiTags('payouts')
@Controller('v1')
export class PayoutsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly payouts: PayoutStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** What goes and went out to an agency, latest first; administrators see everybody's. */
  @Get('payouts')
  @Access({ roles: [...agencyTeam, ...administrators], scope: 'ledger:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<PayoutPageDto> {
    return this.payouts.list(scopeOf(actor), page);
  }

  /** Makes one payout for each agency with an account, of all that its paid invoices have earned; what comes to nothing needs no account, and is settled by it. */
  @Step('admin/payout-batches', actAsAdministrator, PayoutBatchDto, { status: 201 })
  async make(@CurrentCall() call: Call, @Body() { currency }: MakePayoutBatchDto): Promise<Answer<PayoutBatchDto>> {
    const batchId = uuidv7();
    const command = new MakePayoutBatch({ ...call, batchId, currency: currencyOf(currency, []) });
    const batch = await this.commands.execute(command);
    return versioned(batch, 1, { location: `/v1/admin/payout-batches/${batchId}` });
  }

  /** Batches of payouts, oldest first. */
  @Get('admin/payout-batches')
  @Access(readAsAdministrator)
  batches(@PageQuery() page: PageRequest): Promise<PayoutBatchPageDto> {
    return this.payouts.batches(page);
  }

  /** One batch, with its payouts. */
  @Get('admin/payout-batches/:id')
  @Access(readAsAdministrator)
  batch(@UuidParam() id: string): Promise<PayoutBatchDto> {
    return this.payouts.readBatch(id);
  }

  /** The batch as an order to the bank (ISO 20022, pain.001.001.09). */
  @Get('admin/payout-batches/:id/pain.001')
  @Access(readAsAdministrator)
  @Header('content-type', 'application/xml; charset=utf-8')
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async order(@UuidParam() id: string): Promise<string> {
    const { bankAccount } = this.settings;
    if (!bankAccount) throw new DomainError('payout.no-account');
    const { payouts, madeAt, currency } = await this.payouts.readBatch(id);
    const ordered = payouts.filter(({ status, sentAt }) => status !== 'returned' || sentAt !== null);
    const transfers = ordered.flatMap(({ id: payoutId, total, account, invoiceIds }) => {
      const text = transferText(invoiceIds.length);
      return account === null ? [] : [{ id: payoutId, amount: total as Money, account, text }];
    });
    if (transfers.length === 0) {
      throw new DomainError(ordered.some(goesByService) ? 'payout.goes-by-service' : 'payout.comes-to-nothing');
    }
    return creditTransferOf({ id, currency: currency as Currency, madeAt, transfers }, bankAccount);
  }

  /** Notes that the bank has the order, and posts it. */
  @Step('admin/payout-batches/:id/sending', actAsAdministrator, PayoutBatchDto)
  send(@CurrentCall() call: Call, @UuidParam() id: string): Promise<PayoutBatchDto> {
    return this.commands.execute(new SendPayoutBatch({ ...call, batchId: id }));
  }

  /**
   * Calls off a payout: at once as long as its batch wasn't sent, and through the payment service after the service was asked whether it has done it. Where it
   * hasn't, what the payout was for waits for the next batch.
   */
  @Step('admin/payouts/:id/calling-off', actAsAdministrator, PayoutDto)
  callOff(@CurrentCall() call: Call, @UuidParam() id: string): Promise<PayoutDto> {
    return this.commands.execute(new CallOffPayout({ ...call, payoutId: id }));
  }

  /** Notes that the bank sent a payout back; the next batch takes it. */
  @Step('admin/payouts/:id/return', actAsAdministrator, PayoutDto)
  return(@CurrentCall() call: Call, @UuidParam() id: string): Promise<PayoutDto> {
    return this.commands.execute(new ReturnPayout({ ...call, payoutId: id }));
  }
}

/** What the agency reads on its statement; a fee of a reminder may go out alone. */
const transferText = (invoices: number): string =>
  invoices === 0 ? 'Ajudant' : `Ajudant: ${invoices} ${invoices === 1 ? 'invoice' : 'invoices'}`;
