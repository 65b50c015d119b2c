import { Access, type AccessRule, type Actor, administrators, businessReaders, scopeOf } from '#access';
import {
  CardPaymentDto,
  CardPaymentPageDto,
  CardPaymentQueryDto,
  RefundDto,
  RefundToCardDto,
  StartCardPaymentDto,
} from '#contracts';
import { CurrentCall, PreparedCreation, Step } from '#platform/endpoints';
import { CurrentActor, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { CardPaymentStore } from './card-payment.store.js';
import { RefundToCard } from './refund-to-card.js';
import { type PreparedPayment, StartCardPayment, StartCardPaymentHandler } from './start-card-payment.js';

const read: AccessRule = { roles: [...businessReaders, ...administrators], scope: 'ledger:read' };
/** No key moves money. */
const pay: AccessRule = { roles: ['business.owner'], scope: null };

@ApiTags('payments')
@Controller('v1/card-payments')
export class CardPaymentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly payments: CardPaymentStore,
    private readonly starting: StartCardPaymentHandler,
  ) {}

  /**
   * Begins to pay by card: what is open of an invoice, or an amount ahead. `url` is where the payer gives her card, at the payment service; that she
   * comes back from there says nothing. What is paid shows when the service has said so itself.
   */
  @PreparedCreation(pay, CardPaymentDto, {
    before: (controller: CardPaymentsController, call: Call, body: StartCardPaymentDto) =>
      controller.starting.prepare(call, body),
  })
  start(
    @CurrentCall() call: Call,
    @Body() _body: StartCardPaymentDto,
    prepared: PreparedPayment,
  ): Promise<CardPaymentDto> {
    return this.commands.execute(new StartCardPayment({ ...call, prepared }));
  }

  /** One's own, the latest first; administrators see everybody's. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { invoiceId }: CardPaymentQueryDto,
  ): Promise<CardPaymentPageDto> {
    return this.payments.list(scopeOf(actor), invoiceId, page);
  }

  /** One payment. */
  @Get(':id')
  @Access(read)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<CardPaymentDto> {
    return this.payments.read(scopeOf(actor), id);
  }

  /** Asks for unused money back on the card that it came from, whole or in part. */
  @Step(':id/refunds', pay, RefundDto, { status: 201 })
  refund(@CurrentCall() call: Call, @UuidParam() id: string, @Body() { amount }: RefundToCardDto): Promise<RefundDto> {
    return this.commands.execute(new RefundToCard({ ...call, paymentId: id, amount }));
  }
}
