import { emailAddressOf, isBlank } from '#text';
import { demand } from '../policy.js';

interface OrganisationDetails {
  readonly name: string;
  readonly countryCode: string;
  readonly vatId: string | null;
  readonly contactEmail: string;
}

/** @throws DomainError `<noun>.name-missing`, `<noun>.bad-country`, `<noun>.vat-id-missing`, `<noun>.contact-missing` */
export function assertOrganisationDetails(details: OrganisationDetails, noun: 'agency' | 'business'): void {
  demand(!isBlank(details.name), `${noun}.name-missing`, { at: ['name'] });
  demand(/^[A-Z]{2}$/.test(details.countryCode), `${noun}.bad-country`, { at: ['countryCode'] });
  demand(details.vatId === null || !isBlank(details.vatId), `${noun}.vat-id-missing`, { at: ['vatId'] });
  demand(emailAddressOf(details.contactEmail) !== null, `${noun}.contact-missing`, { at: ['contactEmail'] });
}

/** An address as it is kept, however it was written. */
export const keptAddress = (contactEmail: string): string => emailAddressOf(contactEmail) ?? contactEmail;
