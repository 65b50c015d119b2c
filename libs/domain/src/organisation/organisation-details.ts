import { demand } from '../policy.js';

interface OrganisationDetails {
  readonly name: string;
  readonly countryCode: string;
  readonly vatId: string | null;
  readonly contactEmail: string;
}

/** @throws DomainError `<noun>.name-missing`, `<noun>.bad-country`, `<noun>.vat-id-missing`, `<noun>.contact-missing` */
export function assertOrganisationDetails(details: OrganisationDetails, noun: 'agency' | 'business'): void {
  demand(details.name.trim() !== '', `${noun}.name-missing`, { at: ['name'] });
  demand(/^[A-Z]{2}$/.test(details.countryCode), `${noun}.bad-country`, { at: ['countryCode'] });
  demand(details.vatId === null || details.vatId.trim() !== '', `${noun}.vat-id-missing`, { at: ['vatId'] });
  demand(/^\S+@\S+$/.test(details.contactEmail), `${noun}.contact-missing`, { at: ['contactEmail'] });
}
