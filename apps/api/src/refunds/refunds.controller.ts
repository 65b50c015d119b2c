import { Access, type AccessRule, type Actor, administrators, businessReaders, scopeOf } from '#access';
import { AskRefundDto, RefundDto, RefundOrderQueryDto, RefundPageDto, RefundQueryDto } from '#contracts';
import { currencyOf, DomainError, type Money } from '#domain';
import { Creation, CurrentCall, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { creditTransferOf } from '../ledger/credit-transfer.js';
import { AskRefund } from './ask-refund.js';
import { MoveRefund } from './move-refund.js';
import { RefundStore } from './refund.store.js';

const read: AccessRule = { roles: [...businessReaders, ...administrators], scope: 'ledger:read' };
/** No key, and nobody but an owner, says where the money goes. */
const ask: AccessRule = { roles: ['business.owner'], scope: null };

@ApiTags('refunds')
@Controller('v1/refunds')
export class RefundsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly refunds: RefundStore,
  ) {}

  /** Asks for unused money back, whole or in part: what was paid ahead, and is neither kept for booked time nor owed on invoices. */
  @Creation(ask, RefundDto)
  async ask(@CurrentCall() call: Call, @Body() asked: AskRefundDto): Promise<Answer<RefundDto>> {
    const refundId = uuidv7();
    const refund = await this.commands.execute(new AskRefund({ ...call, ...asked, refundId }));
    return versioned(refund, 1, { location: `/v1/refunds?status=asked` });
  }

  /** What one gets and got back, latest first; administrators see everybody's. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: RefundQueryDto,
  ): Promise<RefundPageDto> {
    return this.refunds.list(scopeOf(actor), query, page);
  }

  /** Withdraws what the bank hasn't been told yet. */
  @Step(':id/withdrawal', ask, RefundDto)
  withdraw(@CurrentCall() call: Call, @UuidParam() id: string): Promise<RefundDto> {
    return this.commands.execute(new MoveRefund({ ...call, refundId: id, becomes: 'withdrawn' }));
  }
}

@ApiTags('refunds')
@Controller('v1/admin/refunds')
export class RefundOrdersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly refunds: RefundStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** All that wait, as an order to the bank (ISO 20022, pain.001.001.09). */
  @Get('pain.001')
  @Access(readAsAdministrator)
  @Header('content-type', 'application/xml; charset=utf-8')
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  async order(@CurrentCall() { now }: Call, @Query() query: RefundOrderQueryDto): Promise<string> {
    const currency = currencyOf(query.currency, []);
    const { bankAccount } = this.settings;
    if (!bankAccount) throw new DomainError('payout.no-account');
    const refunds = await this.refunds.waiting(currency);
    if (refunds.length === 0) throw new DomainError('refund.nothing-due');
    const transfers = refunds.flatMap(({ id, amount, account }) =>
      account === null ? [] : [{ id, amount: amount as Money, account, text: 'Ajudant: refund' }],
    );
    return creditTransferOf({ id: uuidv7(), currency, madeAt: now, transfers }, bankAccount);
  }

  /** Notes that the bank was told. */
  @Step(':id/sending', actAsAdministrator, RefundDto)
  send(@CurrentCall() call: Call, @UuidParam() id: string): Promise<RefundDto> {
    return this.commands.execute(new MoveRefund({ ...call, refundId: id, becomes: 'sent' }));
  }

  /** Notes that the bank sent a refund back; it is the business's prepaid money again. */
  @Step(':id/return', actAsAdministrator, RefundDto)
  return(@CurrentCall() call: Call, @UuidParam() id: string): Promise<RefundDto> {
    return this.commands.execute(new MoveRefund({ ...call, refundId: id, becomes: 'returned' }));
  }
}
