import { errorTable } from './error-table.js';

/** Refusals of payments by card. */
export const cardPaymentErrors = errorTable({
  400: {
    'card-payment.bad-amount': 'No card can be charged with this amount',
    'card-payment.invoice-or-amount': 'Either an invoice is paid, or an amount ahead',
  },
  401: {
    'payment-service.bad-signature': 'The message is not signed by the payment service, or is an old one',
  },
  404: {
    'card-payment.not-found': 'There is no such payment by card',
  },
  409: {
    'card-payment.not-offered': 'The marketplace takes no cards',
    'card-payment.nothing-open': 'Nothing of the invoice is open',
    'card-payment.not-paid': 'Nothing was paid that could go back',
    'payment-service.refused': 'The payment service does not do this',
    'card-payment.under-way': 'The invoice is being paid by card: the payment service waits for the money',
    'card-payment.too-many-open': 'Too many payments by card are open',
    'payout.not-waiting':
      'Only a payout whose batch was not sent, or that waits for the payment service, can be called off',
    'payout.goes-by-service': 'The payout goes through the payment service, which says itself what became of it',
    'refund.beyond-payment': 'More than what came from the card can not go back to it',
    'refund.goes-to-card': 'The refund goes to a card, of which the payment service says itself what became',
  },
  503: {
    'payment-service.unavailable': 'The payment service can not be asked right now',
  },
});
