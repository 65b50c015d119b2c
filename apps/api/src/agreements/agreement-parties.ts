import { marketplace } from '#access';
import {
  type Agency,
  type AgencyId,
  type AgencyStatus,
  type BusinessId,
  type LegalParties,
  legalPartyOf,
  localDate,
  type TaxFacts,
  taxFactsOf,
} from '#domain';
import { vatRates } from '#knowledge/rates';
import { Inject, Injectable } from '@nestjs/common';
import { AgencyStore } from '../agencies/agency.store.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { BusinessStore } from '../businesses/business.store.js';

/** The two sides of a deal. */
export interface SidesOfDeal {
  readonly agencyId: AgencyId;
  readonly businessId: BusinessId;
}

/** What a deal has to know of its two sides, neither of which may read the other's record. */
@Injectable()
export class AgreementParties {
  constructor(
    private readonly agencies: AgencyStore,
    private readonly businesses: BusinessStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  async agencyStatus(agencyId: string): Promise<AgencyStatus> {
    return (await this.agency(agencyId)).status;
  }

  async agency(agencyId: string): Promise<Agency> {
    return (await this.agencies.load(marketplace, agencyId)).state;
  }

  /** Who both are at present. */
  async legalParties(sides: SidesOfDeal): Promise<LegalParties> {
    const { agency, business } = await this.both(sides);
    return { agency: legalPartyOf(agency.agencyId, agency), business: legalPartyOf(business.businessId, business) };
  }

  /** Who both are, and the tax of what the agency supplies to the business, by the rates of the day that the business has. */
  async factsOfDeal(sides: SidesOfDeal, now: string): Promise<TaxFacts & { readonly parties: LegalParties }> {
    const { agency, business } = await this.both(sides);
    const supply = {
      supplierCountryCode: agency.countryCode,
      customerCountryCode: business.countryCode,
      customerVatId: business.vatId,
      customerVatCheck: business.vatCheck,
      on: localDate(now, business.timeZone),
    };
    const parties = {
      agency: legalPartyOf(agency.agencyId, agency),
      business: legalPartyOf(business.businessId, business),
    };
    return { ...taxFactsOf(supply, this.settings.vatRates ?? vatRates()), parties };
  }

  private async both({ agencyId, businessId }: SidesOfDeal) {
    const { state: agency } = await this.agencies.load(marketplace, agencyId);
    const { state: business } = await this.businesses.load(marketplace, businessId);
    return { agency, business };
  }
}
