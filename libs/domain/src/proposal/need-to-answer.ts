import type { AgencyId } from '../ids.js';
import type { Need } from '../need/need.js';
import { demand } from '../policy.js';
import type { AnsweredNeed, NeedToAnswer } from './proposal.js';

export const answeredNeed = ({ status, lines }: Need): AnsweredNeed => ({
  posted: status === 'posted',
  lineIds: lines.map(({ lineId }) => lineId),
});

/**
 * A business's need, as far as an agency that answers it may know of it.
 * @throws DomainError `need.not-found`, also for a need that was not posted yet, that is neither open to everybody nor
 *   shown to the agency by an invitation, or whose business excludes the agency: that is nobody else's to know
 */
export function needToAnswer(need: Need, version: number, agencyId: AgencyId): NeedToAnswer {
  const { needId, businessId, openToProposals, invitedAgencyIds, excludedAgencyIds } = need;
  const isMeant = openToProposals || invitedAgencyIds.includes(agencyId);
  const isShown = isMeant && !excludedAgencyIds.includes(agencyId);
  demand(need.status !== 'draft' && isShown, 'need.not-found');
  const currency = need.hourlyRateCap?.currency ?? null;
  return { needId, version, businessId, ...answeredNeed(need), openToProposals, invitedAgencyIds, currency };
}
