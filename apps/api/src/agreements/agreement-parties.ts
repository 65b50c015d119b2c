import { marketplace } from '#access';
import { type AgencyStatus, type TaxFacts, taxFactsOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { AgencyStore } from '../agencies/agency.store.js';
import { BusinessStore } from '../businesses/business.store.js';

/** What an agreement has to know of its two sides, neither of which may read the other's record. */
@Injectable()
export class AgreementParties {
  constructor(
    private readonly agencies: AgencyStore,
    private readonly businesses: BusinessStore,
  ) {}

  async agencyStatus(agencyId: string): Promise<AgencyStatus> {
    return (await this.agencies.load(marketplace, agencyId)).state.status;
  }

  /** The tax of what the agency supplies to the business. */
  async taxFacts(agencyId: string, businessId: string): Promise<TaxFacts> {
    const agency = await this.agencies.load(marketplace, agencyId);
    const business = await this.businesses.load(marketplace, businessId);
    return taxFactsOf({
      supplierCountryCode: agency.state.countryCode,
      customerCountryCode: business.state.countryCode,
      customerVatId: business.state.vatId,
    });
  }
}
