import type { ErrorTable } from './error-entry.js';

/** Refusals that any product over HTTP has; the marketplace's own are beside this file, one file per concept. */
export const platformErrors = {
  'request.invalid': { status: 400, title: 'The request is not valid' },
  'request.malformed': { status: 400, title: 'The request could not be read' },
  'request.bad-text': { status: 400, title: 'The text holds characters that can not be stored' },
  'request.too-deep': { status: 400, title: 'The request is nested too deeply' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'request.unsupported-media-type': { status: 415, title: 'The content type is not taken here' },
  'request.too-many': { status: 429, title: 'Too many requests' },
  'route.not-found': { status: 404, title: 'There is no such resource' },
  'auth.required': { status: 401, title: 'Authentication is required' },
  'auth.invalid-token': { status: 401, title: 'The token is not valid' },
  'auth.expired-token': { status: 401, title: 'The token has expired' },
  'auth.forbidden': { status: 403, title: 'This is not allowed' },
  'idempotency.key-missing': { status: 400, title: 'An Idempotency-Key is required' },
  'idempotency.key-malformed': { status: 400, title: 'The Idempotency-Key is not valid' },
  'idempotency.key-reused': { status: 422, title: 'The Idempotency-Key was used with another request' },
  'idempotency.in-progress': { status: 409, title: 'The first request with this Idempotency-Key is still in progress' },
  'precondition.required': { status: 428, title: 'If-Match is required' },
  'precondition.stale': { status: 412, title: 'The resource has changed since it was read' },
  'page.bad-cursor': { status: 400, title: 'The cursor is not valid' },
  'conflict.retry': { status: 409, title: 'The request met another one; it can be tried again' },
  'conflict.duplicate': { status: 409, title: 'It exists already' },
  'service.unavailable': { status: 503, title: 'The service is not available right now' },
  'internal.error': { status: 500, title: 'Something went wrong on our side' },
} as const satisfies ErrorTable;
