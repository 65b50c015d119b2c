import {
  NeedAgenciesInvitedV1,
  NeedClosedV1,
  NeedDraftedV1,
  NeedEditedV1,
  NeedPostedV1,
  NeedReopenedV1,
  type NeedToMatchV1,
} from '#contracts';
import type { CompleteNeedDetails, Need, NeedFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Every fact of a need becomes one event. Words and done criteria stay at home: they may name people. */
export function needEvent(fact: NeedFact, need: Need): EventBody {
  const { businessId } = need;
  const audience = [businessId];
  switch (fact.type) {
    case 'needDrafted': {
      const data: NeedDraftedV1 = { businessId, draftedAt: fact.draftedAt };
      return { type: NeedDraftedV1.type, audience, data };
    }
    case 'needEdited': {
      const matching = need.status === 'posted' ? needToMatch(need) : null;
      const data: NeedEditedV1 = { businessId, matching, editedAt: fact.editedAt };
      return { type: NeedEditedV1.type, audience, data };
    }
    case 'needPosted': {
      const { details, postedAt } = fact;
      const data: NeedPostedV1 = { businessId, ...shownToAgencies(details), postedAt };
      return { type: NeedPostedV1.type, audience, data };
    }
    case 'needReopened': {
      const { details, reopenedAt } = fact;
      const data: NeedReopenedV1 = { businessId, ...shownToAgencies(details), reopenedAt };
      return { type: NeedReopenedV1.type, audience, data };
    }
    case 'needAgenciesInvited': {
      const { agencyIds, invitedAt } = fact;
      const data: NeedAgenciesInvitedV1 = { agencyIds: [...agencyIds], posted: need.status === 'posted', invitedAt };
      return { type: NeedAgenciesInvitedV1.type, audience, data };
    }
    case 'needClosed': {
      const data: NeedClosedV1 = { reason: fact.reason, closedAt: fact.closedAt };
      return { type: NeedClosedV1.type, audience, data };
    }
    default:
      return fact satisfies never;
  }
}

const shownToAgencies = (details: CompleteNeedDetails) => ({
  matching: needToMatch(details),
  openToProposals: details.openToProposals,
  invitedAgencyIds: [...details.invitedAgencyIds],
});

/** What matching looks at, and nothing else. */
export function needToMatch(details: CompleteNeedDetails): NeedToMatchV1 {
  const { hours } = details;
  return {
    lines: details.lines.map(({ lineId, dutyCode, volume, cadence, importance, asNeeded }) => ({
      lineId,
      dutyCode,
      volume,
      cadence,
      importance,
      ...(asNeeded === true && { asNeeded }),
    })),
    requiredSkills: details.requiredSkills.map((skill) => ({ ...skill })),
    preferredSkills: details.preferredSkills.map((skill) => ({ ...skill })),
    requiredLanguages: details.requiredLanguages.map((language) => ({ ...language })),
    hours: hours.kind === 'weekly' ? { ...hours, weekly: hours.weekly.map((entry) => ({ ...entry })) } : { ...hours },
    startsOn: details.startsOn,
    endsOn: details.endsOn,
    minOverlapMinutesPerWeek: details.minOverlapMinutesPerWeek,
    hourlyRateCap: { ...details.hourlyRateCap },
    excludedAgencyIds: [...details.excludedAgencyIds],
  };
}
