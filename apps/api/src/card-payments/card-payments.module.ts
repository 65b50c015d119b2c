import { Module } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PaymentsModule } from '../payments/payments.module.js';
import { RefundsModule } from '../refunds/refunds.module.js';
import { AgencyPaymentAccountStore } from './agency-payment-account.store.js';
import { CardPaymentStore } from './card-payment.store.js';
import { CardPaymentsController } from './card-payments.controller.js';
import { FollowOutgoing } from './follow-outgoing.js';
import { FollowPayment } from './follow-payment.js';
import { OpenPaymentAccount } from './open-payment-account.js';
import { NoPaymentService, PaymentService } from './payment-service.js';
import { PaymentServiceController } from './payment-service.controller.js';
import { PaymentServiceSweep } from './payment-service-sweep.js';
import { RefundToCardHandler } from './refund-to-card.js';
import { ServiceEventsController } from './service-events.controller.js';
import { SettleByServiceHandler } from './service-settlement.js';
import { StartCardPaymentHandler } from './start-card-payment.js';
import { StripeService } from './stripe/stripe-service.js';

@Module({
  imports: [InvoicesModule, LedgerModule, PaymentsModule, RefundsModule],
  controllers: [CardPaymentsController, PaymentServiceController, ServiceEventsController],
  providers: [
    AgencyPaymentAccountStore,
    CardPaymentStore,
    FollowOutgoing,
    FollowPayment,
    OpenPaymentAccount,
    PaymentServiceSweep,
    RefundToCardHandler,
    SettleByServiceHandler,
    StartCardPaymentHandler,
    {
      provide: PaymentService,
      useFactory: ({ stripe }: ApiSettings): PaymentService =>
        stripe ? new StripeService(stripe) : new NoPaymentService(),
      inject: [apiSettingsToken],
    },
  ],
})
export class CardPaymentsModule {}
