import type { AssistantContext } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgencyStore } from '../agencies/agency.store.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';

/** What a decision about an agency's listings needs to know beyond the listing. */
@Injectable()
export class AssistantContexts {
  constructor(
    private readonly agencies: AgencyStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  async of(scope: Scope, agencyId: string): Promise<AssistantContext> {
    const { state } = await this.agencies.load(scope, agencyId);
    return { agencyStatus: state.status, catalogue: this.catalogue.codes };
  }
}
