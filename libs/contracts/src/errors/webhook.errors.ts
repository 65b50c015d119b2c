import { errorTable } from './error-table.js';

/** Refusals of webhooks. */
export const webhookErrors = errorTable({
  400: {
    'webhook-endpoint.address-with-password': 'An address carries no name and no password',
    'webhook-endpoint.bad-address': 'This is not an address that messages can be sent to',
    'webhook-endpoint.not-https': 'Messages are sent over https alone',
    'webhook-endpoint.span-upside-down': 'The span ends before it begins',
    'webhook-endpoint.unknown-type': 'There is no such type of event',
  },
  404: {
    'webhook-endpoint.not-found': 'There is no such endpoint',
    'webhook-delivery.not-found': 'There is no such message',
  },
  409: {
    'webhook-delivery.event-gone': 'The event is no longer kept',
    'webhook-endpoint.already-paused': 'The endpoint is paused already',
    'webhook-endpoint.already-registered': 'The endpoint is registered already',
    'webhook-endpoint.not-paused': 'The endpoint is not paused',
    'webhook-endpoint.span-too-long': 'More happened in the span than is sent again at once',
    'webhook-endpoint.too-much-waits': 'So much waits for the endpoint that nothing is sent again before that went out',
    'webhook-endpoint.too-many': 'The organisation has as many endpoints as it can have',
  },
});
