import type { PostalAddressDto } from '#contracts';
import type { OrganisationDetails, PostalAddress } from '#domain';

/** What an organisation may say of itself when it registers, or leave out. */
interface SaidOfOneself extends Pick<OrganisationDetails, 'name' | 'countryCode' | 'contactEmail'> {
  readonly vatId?: string | undefined;
  readonly legalName?: string | undefined;
  readonly registrationNumber?: string | undefined;
  readonly address?: PostalAddressDto | undefined;
}

export const organisationDetailsOf = (said: SaidOfOneself): OrganisationDetails => ({
  name: said.name,
  countryCode: said.countryCode,
  vatId: said.vatId ?? null,
  contactEmail: said.contactEmail,
  legalName: said.legalName ?? null,
  registrationNumber: said.registrationNumber ?? null,
  address: said.address === undefined ? null : addressOfDto(said.address),
});

/** What is to be different; what isn't said stays. */
export const changedDetails = <Changes extends { readonly address?: PostalAddressDto | undefined }>({
  address,
  ...changes
}: Changes) => ({ ...changes, ...(address !== undefined && { address: addressOfDto(address) }) });

const addressOfDto = ({ street, postalCode, city, region }: PostalAddressDto): PostalAddress => ({
  street,
  postalCode: postalCode ?? null,
  city,
  region: region ?? null,
});
