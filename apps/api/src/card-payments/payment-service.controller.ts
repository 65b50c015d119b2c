import { Access, type AccessRule, type Actor, administrators, agencyTeam, marketplace, scopeOf } from '#access';
import { BankReceiptDto, OpenedPaymentAccountDto, PaymentAccountDto, PaymentServiceDto } from '#contracts';
import { type Currency, DomainError, zero } from '#domain';
import { CurrentCall, Step } from '#platform/endpoints';
import { CurrentActor, Idempotent, UuidParam } from '#platform/http';
import { Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import type { Call } from '../call.js';
import { LedgerReader } from '../ledger/ledger-reader.js';
import { BankReceiptStore } from '../payments/bank-receipt.store.js';
import { AgencyPaymentAccountStore } from './agency-payment-account.store.js';
import { type OpenedAccount, OpenPaymentAccount } from './open-payment-account.js';
import { PaymentService } from './payment-service.js';
import { SettleByService } from './service-settlement.js';
import { told } from './service-problems.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'ledger:read' };
/** No key, and nobody but an owner, says where the money goes. */
const open: AccessRule = { roles: ['agency.owner'], scope: null };

@ApiTags('payouts')
@Controller('v1')
export class PaymentServiceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly service: PaymentService,
    private readonly opening: OpenPaymentAccount,
    private readonly accounts: AgencyPaymentAccountStore,
    private readonly ledger: LedgerReader,
    private readonly receipts: BankReceiptStore,
  ) {}

  /** Whether the agency can be paid through the payment service, and is. */
  @Get('agencies/:id/payment-account')
  @Access(read)
  async account(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<PaymentAccountDto> {
    if (actor.organisationKind === 'agency' && id !== actor.organisationId) throw new DomainError('agency.not-found');
    const known = await this.accounts.find(scopeOf(actor), id);
    return { isOffered: this.service.isThere, isOpen: known !== null, isReady: known?.isReady ?? false };
  }

  /** Opens an account at the payment service, or goes on with one; `url` is where the agency says there who it is. Payouts go to it once it is ready. */
  @Post('agencies/:id/payment-account')
  @Idempotent({
    before: (controller: PaymentServiceController, call: Call, id: string) => controller.opening.prepare(call, id),
  })
  @Access(open)
  @ApiCreatedResponse({ type: OpenedPaymentAccountDto })
  async open(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() id: string,
    { serviceId, url }: OpenedAccount,
  ): Promise<OpenedPaymentAccountDto> {
    await this.accounts.keep(scopeOf(actor), id, serviceId, now);
    await this.accounts.look(scopeOf(actor), serviceId, now);
    return { url };
  }

  /** What lies with the payment service by its own account, beside what the books say. */
  @Get('admin/payment-service')
  @Access(readAsAdministrator)
  async balances(): Promise<PaymentServiceDto> {
    if (!this.service.isThere) return { isThere: false, balances: [] };
    const said = await told(this.service.balances());
    const books = (await this.ledger.accounts(marketplace, {})).filter(({ purpose }) => purpose === 'payment-service');
    const currencies = new Set([...said, ...books.map(({ balance }) => balance)].map(({ currency }) => currency));
    return {
      isThere: true,
      balances: [...currencies].toSorted().map((currency) => ({
        currency,
        service: said.find((one) => one.currency === currency) ?? zero(currency as Currency),
        books: books.find(({ balance }) => balance.currency === currency)?.balance ?? zero(currency as Currency),
      })),
    };
  }

  /** Says of a receipt that the payment service has passed it on: it is nobody's deposit. */
  @Step('admin/bank-receipts/:id/settlement', actAsAdministrator, BankReceiptDto)
  async settle(@CurrentCall() call: Call, @UuidParam() id: string): Promise<BankReceiptDto> {
    await this.commands.execute(new SettleByService({ ...call, receiptId: id }));
    return this.receipts.read(id);
  }
}
