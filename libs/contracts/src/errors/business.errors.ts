import { errorTable } from './error-table.js';

export const businessErrors = errorTable({
  400: {
    'business.name-missing': 'The business needs a name',
    'business.bad-country': 'The country is not an ISO 3166-1 code of two letters',
    'business.vat-id-missing': 'The VAT number is blank',
    'business.bad-vat-id': 'This is not a VAT number of the country, by its format and check digit',
    'business.address-incomplete': 'An address has a street and a city',
    'business.contact-missing': 'The business needs an e-mail address for contact',
    'business.sector-missing': 'The business says what it does',
  },
  404: {
    'business.not-found': 'There is no such business',
  },
  409: {
    'business.other-vat-id': 'The business has another VAT number by now',
    'business.closed': 'The business is closed',
    'business.already-registered': 'The business is registered already',
  },
});
