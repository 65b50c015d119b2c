import type { Feature } from '../feature.js';
import { CardPayments1796058429000 } from '../migrations/1796058429000-card-payments.js';
import { PaymentServiceAttempts1796062823000 } from '../migrations/1796062823000-payment-service-attempts.js';
import { CardPaymentsModule } from './card-payments.module.js';

export const cardPayments: Feature = {
  module: CardPaymentsModule,
  migrations: [CardPayments1796058429000, PaymentServiceAttempts1796062823000],
};
