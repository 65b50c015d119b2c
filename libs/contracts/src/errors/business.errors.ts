import type { ErrorTable } from './error-entry.js';

export const businessErrors = {
  'business.not-found': { status: 404, title: 'There is no such business' },
  'business.already-registered': { status: 409, title: 'The business is registered already' },
  'business.name-missing': { status: 400, title: 'The business needs a name' },
  'business.bad-country': { status: 400, title: 'The country is not an ISO 3166-1 code of two letters' },
  'business.vat-id-missing': { status: 400, title: 'The VAT number is blank' },
  'business.contact-missing': { status: 400, title: 'The business needs an e-mail address for contact' },
  'business.sector-missing': { status: 400, title: 'The business says what it does' },
} as const satisfies ErrorTable;
