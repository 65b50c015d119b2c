import type { AgencyId, BusinessId, OrganisationId } from '../ids.js';
import { addressOf, type OrganisationDetails, type PostalAddress } from './organisation-details.js';

/** Who a party is, as agreements, quotes and invoices name it. */
export interface LegalParty<Id extends OrganisationId = OrganisationId> {
  readonly organisationId: Id;
  readonly legalName: string;
  /** In a register of companies, or of one person the tax number. */
  readonly registrationNumber: string | null;
  readonly vatId: string | null;
  /** ISO 3166-1 alpha-2; the country of the address as well. */
  readonly countryCode: string;
  readonly address: PostalAddress | null;
}

/** Both parties of a deal. */
export interface LegalParties {
  readonly agency: LegalParty<AgencyId>;
  readonly business: LegalParty<BusinessId>;
}

/** An organisation as a party, by what it says of itself; whoever states no legal name goes by the name that is shown. */
export const legalPartyOf = <Id extends OrganisationId>(
  organisationId: Id,
  { name, legalName, registrationNumber, vatId, countryCode, address }: OrganisationDetails,
): LegalParty<Id> => ({
  organisationId,
  legalName: legalName ?? name,
  registrationNumber,
  vatId,
  countryCode,
  address: address && addressOf(address),
});
