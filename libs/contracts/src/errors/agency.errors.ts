import type { ErrorTable } from './error-entry.js';

export const agencyErrors = {
  'agency.not-found': { status: 404, title: 'There is no such agency' },
  'agency.already-registered': { status: 409, title: 'The agency is registered already' },
  'agency.name-missing': { status: 400, title: 'The agency needs a name' },
  'agency.bad-country': { status: 400, title: 'The country is not an ISO 3166-1 code of two letters' },
  'agency.vat-id-missing': { status: 400, title: 'The VAT number is blank' },
  'agency.contact-missing': { status: 400, title: 'The agency needs an e-mail address for contact' },
  'agency.note-missing': { status: 400, title: 'A verification says what was looked at' },
  'agency.already-verified': { status: 409, title: 'The agency is verified already' },
  'agency.not-verified': { status: 409, title: 'The agency is not verified' },
  'agency.already-suspended': { status: 409, title: 'The agency is suspended already' },
  'agency.reason-missing': { status: 400, title: 'A suspension says why' },
} as const satisfies ErrorTable;
