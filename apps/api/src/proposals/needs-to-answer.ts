import { type AgencyId, DomainError, type NeedToAnswer } from '#domain';
import { Injectable } from '@nestjs/common';
import { NeedStore } from '../needs/need.store.js';

/** A business's need, as far as an agency that answers it may know of it. */
@Injectable()
export class NeedsToAnswer {
  constructor(private readonly needs: NeedStore) {}

  /**
   * @throws DomainError `need.not-found`, also for a need that was not posted yet, that is neither open to everybody
   *   nor shown to the agency by an invitation, or whose business excludes the agency: that is nobody else's to know.
   */
  async forAgency(agencyId: AgencyId, needId: string): Promise<NeedToAnswer> {
    const { state: need, version } = await this.needs.load({ kind: 'marketplace' }, needId);
    const { businessId, openToProposals, invitedAgencyIds, excludedAgencyIds } = need;
    const isMeant = openToProposals || invitedAgencyIds.includes(agencyId);
    const isShown = isMeant && !excludedAgencyIds.includes(agencyId);
    if (need.status === 'draft' || !isShown) throw new DomainError('need.not-found');
    return {
      needId: need.needId,
      version,
      businessId,
      posted: need.status === 'posted',
      lineIds: need.lines.map(({ lineId }) => lineId),
      openToProposals,
      invitedAgencyIds,
    };
  }
}
