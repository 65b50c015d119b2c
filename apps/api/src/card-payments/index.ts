import type { Feature } from '../feature.js';
import { CardPayments1796058429000 } from '../migrations/1796058429000-card-payments.js';
import { PaymentServiceAttempts1796062823000 } from '../migrations/1796062823000-payment-service-attempts.js';
import { PartsThatComeBack1796069700000 } from '../migrations/1796069700000-parts-that-come-back.js';
import { CardPaymentsModule } from './card-payments.module.js';

export const cardPayments: Feature = {
  module: CardPaymentsModule,
  migrations: [CardPayments1796058429000, PaymentServiceAttempts1796062823000, PartsThatComeBack1796069700000],
};
