import { scopeOf } from '#access';
import type { CardPaymentDto, StartCardPaymentDto } from '#contracts';
import { add, demand, demandPayableByCard, equal, type Money, money, secondsToNextLook } from '#domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken, takesCards } from '../api-settings.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { InvoicePayments } from '../invoices/invoice-payments.js';
import { InvoiceStore } from '../invoices/invoice.store.js';
import { CardPaymentStore } from './card-payment.store.js';
import { PaymentService } from './payment-service.js';
import { PaymentServiceTasks } from '../payments/payment-service-tasks.js';
import { told } from './service-problems.js';

/** Where the service expects the payer, and what for. */
export interface PreparedPayment {
  readonly id: string;
  readonly invoiceId: string | null;
  readonly amount: Money;
  readonly serviceId: string;
  readonly url: string;
  readonly expiresAt: string;
  /** Whether it was begun just now. */
  readonly isNew: boolean;
}

/** Of one business. */
const mostOpen = 20;

export class StartCardPayment extends commandOf<Call & { prepared: PreparedPayment }, CardPaymentDto>() {}

/** A business wants to pay by card, an invoice or ahead. Nothing is posted until the payment service says itself that it has the money. */
@CommandHandler(StartCardPayment)
export class StartCardPaymentHandler implements ICommandHandler<StartCardPayment> {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly service: PaymentService,
    private readonly payments: CardPaymentStore,
    private readonly invoices: InvoiceStore,
    private readonly invoicePayments: InvoicePayments,
    private readonly tasks: PaymentServiceTasks,
  ) {}

  /** Before any transaction: asks the service. What it began and nobody got to know of ends by itself. */
  async prepare(call: Call, said: StartCardPaymentDto): Promise<PreparedPayment> {
    const { webUrl } = this.settings.mail;
    demand(webUrl !== null && takesCards(this.settings), 'card-payment.not-offered');
    const { invoiceId, amount, description } = await this.wanted(call, said);
    demandPayableByCard(amount);
    const underWay = await this.payments.underWayOf(call.actor.organisationId, call.now);
    const ofInvoice = underWay.filter((one) => one.invoiceId !== null && one.invoiceId === invoiceId);
    demand(
      ofInvoice.every(({ isOpen }) => isOpen),
      'card-payment.under-way',
    );
    // From two windows, the same invoice is paid at one place.
    const same = ofInvoice.find((one) => equal(one.amount, amount));
    if (same !== undefined) return { ...same, isNew: false };
    const open = underWay.filter(({ isOpen }) => isOpen);
    demand(open.length < mostOpen, 'card-payment.too-many-open', { atMost: mostOpen });
    const id = uuidv7();
    const returnUrl = `${webUrl}${invoiceId === null ? '/money' : `/invoices/${invoiceId}`}`;
    const started = await told(this.service.startCheckout({ paymentId: id, amount, description, returnUrl }));
    return { id, invoiceId, amount, ...started, isNew: true };
  }

  execute({ actor, prepared, now }: StartCardPayment): Promise<CardPaymentDto> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async (tx) => {
      if (!prepared.isNew) return this.payments.read(scope, prepared.id);
      const by = { businessId: actor.organisationId, madeBy: actor.userId };
      await this.payments.keep(tx, { ...prepared, ...by }, now);
      const dueAt = new Date(Date.parse(now) + secondsToNextLook(now, now) * 1_000).toISOString();
      await this.tasks.look(tx, { about: 'payment', id: prepared.id }, dueAt);
      return this.payments.read(scope, prepared.id);
    });
  }

  /** What is open of an invoice, or what is to be paid ahead. */
  private async wanted({ actor }: Call, { invoiceId, amount }: StartCardPaymentDto) {
    demand((invoiceId === undefined) !== (amount === undefined), 'card-payment.invoice-or-amount', { at: ['amount'] });
    if (invoiceId === undefined) {
      const ahead = money(amount!.amountMinor, amount!.currency, ['amount']);
      return { invoiceId: null, amount: ahead, description: 'Ajudant' };
    }
    const scope = scopeOf(actor);
    const { state } = await this.invoices.load(scope, invoiceId);
    const payment = (await this.invoicePayments.ofInvoices(scope, [invoiceId])).get(invoiceId)!;
    const open = add(payment.open as Money, payment.openFees as Money);
    demand(open.amountMinor > 0, 'card-payment.nothing-open');
    demand(!(await this.invoicePayments.isInDispute(invoiceId)), 'invoice.in-dispute');
    return { invoiceId, amount: open, description: state.number };
  }
}
