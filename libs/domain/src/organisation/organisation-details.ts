import { emailAddressOf, isBlank } from '#text';
import { vatIdOf } from '../billing/vat/vat-id.js';
import { demand } from '../policy.js';

/** Where post reaches an organisation; the country is the one in which it is established. */
export interface PostalAddress {
  readonly street: string;
  readonly postalCode: string | null;
  readonly city: string;
  readonly region: string | null;
}

/** What every organisation says of itself. */
export interface OrganisationDetails {
  /** Under which it is shown. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly vatId: string | null;
  readonly contactEmail: string;
  /** As a register has it; null where it is the name. */
  readonly legalName: string | null;
  /** In a register of companies, or of one person the tax number. */
  readonly registrationNumber: string | null;
  readonly address: PostalAddress | null;
}

/**
 * @param before what was said until now; a VAT id of old that stays is left alone
 * @throws DomainError `<noun>.name-missing`, `<noun>.bad-country`, `<noun>.vat-id-missing`, `<noun>.bad-vat-id`,
 * `<noun>.contact-missing`, `<noun>.address-incomplete`
 */
export function assertOrganisationDetails(
  details: OrganisationDetails,
  noun: 'agency' | 'business',
  before: OrganisationDetails | null,
): void {
  const { name, countryCode, vatId, contactEmail, legalName, address } = details;
  demand(!isBlank(name), `${noun}.name-missing`, { at: ['name'] });
  demand(/^[A-Z]{2}$/.test(countryCode), `${noun}.bad-country`, { at: ['countryCode'] });
  demand(vatId === null || !isBlank(vatId), `${noun}.vat-id-missing`, { at: ['vatId'] });
  const isVatId = vatId === null || vatId === before?.vatId || vatIdOf(countryCode, vatId) !== null;
  demand(isVatId, `${noun}.bad-vat-id`, { at: ['vatId'], countryCode });
  demand(emailAddressOf(contactEmail) !== null, `${noun}.contact-missing`, { at: ['contactEmail'] });
  demand(legalName === null || !isBlank(legalName), `${noun}.name-missing`, { at: ['legalName'] });
  const isWhole = address === null || !(isBlank(address.street) || isBlank(address.city));
  demand(isWhole, `${noun}.address-incomplete`, { at: ['address'] });
}

/** The same as it is kept, each text in its one spelling, and nothing else that hangs on it. */
export function keptDetails(details: OrganisationDetails): OrganisationDetails {
  const { name, countryCode, vatId, contactEmail, legalName, registrationNumber, address } = details;
  return {
    name,
    countryCode,
    vatId: vatId && (vatIdOf(countryCode, vatId) ?? vatId),
    contactEmail: emailAddressOf(contactEmail) ?? contactEmail,
    legalName,
    registrationNumber,
    address: address && addressOf(address),
  };
}

/** Field by field, in one order. */
export const addressOf = ({ street, postalCode, city, region }: PostalAddress): PostalAddress => ({
  street,
  postalCode,
  city,
  region,
});
