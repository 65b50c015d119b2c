import { errorTable } from './error-table.js';

/** Refusals that any product over HTTP has; the marketplace's own are beside this file, one file per concept. */
export const platformErrors = errorTable({
  400: {
    'request.invalid': 'The request is not valid',
    'request.malformed': 'The request could not be read',
    'request.bad-text': 'The text holds characters that can not be stored',
    'request.too-deep': 'The request is nested too deeply',
    'idempotency.key-missing': 'An Idempotency-Key is required',
    'idempotency.key-malformed': 'The Idempotency-Key is not valid',
    'page.bad-cursor': 'The cursor is not valid',
  },
  401: {
    'auth.required': 'Authentication is required',
    'auth.invalid-token': 'The token is not valid',
    'auth.expired-token': 'The token has expired',
  },
  403: {
    'auth.unconfirmed': 'The e-mail address has to be confirmed before others see anything',
    'auth.forbidden': 'This is not allowed',
    'auth.not-from-the-page':
      'A request with cookies has to come from the page, which says so by the header X-Ajudant-Page',
  },
  404: {
    'route.not-found': 'There is no such resource',
  },
  405: {
    'route.method-not-allowed': 'The resource does not take this method',
  },
  408: {
    'request.timeout': 'The request took too long to arrive',
  },
  409: {
    'idempotency.in-progress': 'The first request with this Idempotency-Key is still in progress',
    'conflict.retry': 'The request met another one; it can be tried again',
    'conflict.duplicate': 'It exists already',
    'conflict.overlap': 'It overlaps with what is there already',
    'conflict.reference': 'It refers to something that is not there',
  },
  412: {
    'precondition.stale': 'The resource has changed since it was read',
  },
  413: {
    'request.too-large': 'The request is too large',
  },
  414: {
    'request.target-too-long': 'The path of the request is too long',
  },
  415: {
    'request.unsupported-media-type': 'The content type is not taken here',
  },
  417: {
    'request.expectation-failed': 'The request expects what is not done here',
  },
  422: {
    'idempotency.key-reused': 'The Idempotency-Key was used with another request',
  },
  428: {
    'precondition.required': 'If-Match is required',
  },
  429: {
    'request.too-many': 'Too many requests',
  },
  431: {
    'request.headers-too-large': 'The headers of the request are too large',
  },
  500: {
    'internal.error': 'Something went wrong on our side',
  },
  503: {
    'service.unavailable': 'The service is not available right now',
  },
});
