import { errorTable } from './error-table.js';

export const agencyErrors = errorTable({
  400: {
    'agency.name-missing': 'The agency needs a name',
    'agency.bad-country': 'The country is not an ISO 3166-1 code of two letters',
    'agency.vat-id-missing': 'The VAT number is blank',
    'agency.bad-vat-id': 'This is not a VAT number of the country, by its format and check digit',
    'agency.address-incomplete': 'An address has a street and a city',
    'agency.contact-missing': 'The agency needs an e-mail address for contact',
    'agency.standing-terms-out-of-range': 'A standing term is out of range',
    'agency.note-missing': 'A verification says what was looked at',
    'agency.reason-missing': 'A suspension says why',
  },
  404: {
    'agency.not-found': 'There is no such agency',
  },
  409: {
    'agency.already-registered': 'The agency is registered already',
    'agency.already-verified': 'The agency is verified already',
    'agency.not-verified': 'The agency is not verified',
    'agency.closed': 'The agency is closed',
    'agency.already-suspended': 'The agency is suspended already',
  },
});
