import { errorTable } from './error-table.js';

/** Refusals around access that a business gives. */
export const accessGrantErrors = errorTable({
  400: {
    'access-grant.text-length': 'The text is empty or too long',
    'access-grant.looks-like-a-secret':
      'That looks like a password or a key: access is delegated, and secrets are never handed over here',
    'access-grant.bad-proof': 'The proof is no address, or no SHA-256',
  },
  403: {
    'access-grant.not-the-business': 'Only the business may do this',
    'access-grant.not-a-party': 'Only the two sides of the engagement may do this',
  },
  404: {
    'access-grant.not-found': 'There is no such access',
  },
  409: {
    'access-grant.not-open': 'The access is not open any more',
    'access-grant.closed': 'The access is closed',
  },
});
