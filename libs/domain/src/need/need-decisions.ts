import { saysTheSame, withChanges } from '../changes.js';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact, uphold } from '../policy.js';
import { localDate } from '../time/calendar.js';
import { normaliseInstant } from '../time/instant.js';
import { normaliseWeeklyHours } from '../time/weekly-hours.js';
import {
  type AskedSkill,
  type CloseNeed,
  closeReasons,
  type CompleteNeedDetails,
  type DraftANeed,
  type EditNeed,
  type InviteAgencies,
  type Need,
  type NeedCommand,
  type NeedDecisionContext,
  type NeedDetails,
  type NeedFact,
  type NeedHours,
  type PostNeed,
  type ReopenNeed,
} from './need.js';
import { maxNeedAgencies, needPolicies, postingPolicies } from './need.policies.js';

/** @throws DomainError `need.…`, `time.…` and `money.…` as listed in the contracts' tables of errors */
export function decideNeed(command: NeedCommand, state: Need | null, context: NeedDecisionContext): NeedFact[] {
  if (command.type === 'draftNeed') return draft(command, state, context);
  demand(state !== null, 'need.not-found');
  return decideBy(deciders, command, state, context);
}

const deciders: Deciders<Exclude<NeedCommand, DraftANeed>, Need, NeedFact, NeedDecisionContext> = {
  editNeed: edit,
  postNeed: post,
  inviteAgencies: invite,
  closeNeed: close,
  reopenNeed: reopen,
};

function draft(command: DraftANeed, state: Need | null, context: NeedDecisionContext): NeedFact[] {
  demand(state === null, 'need.already-drafted');
  const { needId, businessId, now } = command;
  uphold(needPolicies, { details: command.details, before: null, context, now });
  return [{ type: 'needDrafted', needId, businessId, details: normaliseDetails(command.details), draftedAt: now }];
}

function edit({ changes, now }: EditNeed, state: Need, context: NeedDecisionContext): NeedFact[] {
  demand(state.status !== 'closed', 'need.closed');
  const before = needDetailsOf(state);
  const changed = withChanges<NeedDetails>(before, changes);
  uphold(needPolicies, { details: changed, before, context, now });
  if (state.status === 'posted') uphold(postingPolicies, { details: changed, before, context, now });
  const details = normaliseDetails(changed);
  return saysTheSame(details, normaliseDetails(before)) ? [] : [{ type: 'needEdited', details, editedAt: now }];
}

function post({ now }: PostNeed, state: Need, context: NeedDecisionContext): NeedFact[] {
  demand(state.status === 'draft', 'need.not-a-draft', { status: state.status });
  const details = needDetailsOf(state);
  uphold([...needPolicies, ...postingPolicies], { details, before: details, context, now });
  return [{ type: 'needPosted', details: completedDetails(details), postedAt: now }];
}

function invite({ agencyIds, now }: InviteAgencies, state: Need): NeedFact[] {
  demand(state.status !== 'closed', 'need.closed');
  demand(agencyIds.length > 0, 'need.no-agencies', { at: ['agencyIds'] });
  const excluded = agencyIds.find((id) => state.excludedAgencyIds.includes(id));
  demand(excluded === undefined, 'need.agency-invited-and-excluded', { at: ['agencyIds'], agencyId: excluded });
  const added = [...new Set(agencyIds)].filter((id) => !state.invitedAgencyIds.includes(id));
  const few = state.invitedAgencyIds.length + added.length <= maxNeedAgencies;
  demand(few, 'need.too-many-agencies', { at: ['agencyIds'], max: maxNeedAgencies });
  return added.length ? [{ type: 'needAgenciesInvited', agencyIds: added, invitedAt: now }] : [];
}

function close({ reason, now }: CloseNeed, state: Need): NeedFact[] {
  demand(state.status !== 'closed', 'need.closed');
  demand(closeReasons.includes(reason), 'need.bad-reason', { at: ['reason'], reason });
  return [{ type: 'needClosed', reason, closedAt: now }];
}

/** Only what was filled opens again, and only while there is time left to work in; the business may have closed it since. */
function reopen({ now }: ReopenNeed, state: Need): NeedFact[] {
  if (state.status !== 'closed' || state.reason !== 'fulfilled') return [];
  const details = completedDetails(needDetailsOf(state));
  if (details.endsOn < localDate(now, details.hours.timeZone)) return [];
  return [{ type: 'needReopened', details, reopenedAt: now }];
}

export function evolveNeed(state: Need | null, fact: NeedFact): Need {
  if (fact.type === 'needDrafted') {
    const { needId, businessId, details, draftedAt } = fact;
    return { status: 'draft', needId, businessId, draftedAt, ...details };
  }
  if (!state) return unexpectedFact(fact, 'none');
  const { needId, businessId, draftedAt } = state;
  switch (fact.type) {
    case 'needEdited':
      return state.status === 'posted'
        ? { ...state, ...completedDetails(fact.details) }
        : { ...state, ...fact.details };
    case 'needPosted':
      return { status: 'posted', needId, businessId, draftedAt, ...fact.details, postedAt: fact.postedAt };
    case 'needReopened':
      return { status: 'posted', needId, businessId, draftedAt, ...fact.details, postedAt: fact.reopenedAt };
    case 'needAgenciesInvited':
      return { ...state, invitedAgencyIds: [...state.invitedAgencyIds, ...fact.agencyIds] };
    case 'needClosed': {
      const { reason, closedAt } = fact;
      const wasPosted = state.status === 'posted' && { postedAt: state.postedAt };
      const closed = { status: 'closed', ...wasPosted, closedAt, reason } as const;
      return { needId, businessId, draftedAt, ...needDetailsOf(state), ...closed };
    }
    default:
      return fact satisfies never;
  }
}

/** The part of a need that the business writes. */
export function needDetailsOf(from: NeedDetails): NeedDetails {
  return {
    words: from.words,
    lines: from.lines,
    requiredSkills: from.requiredSkills,
    preferredSkills: from.preferredSkills,
    requiredLanguages: from.requiredLanguages,
    hours: from.hours,
    startsOn: from.startsOn,
    endsOn: from.endsOn,
    minOverlapMinutesPerWeek: from.minOverlapMinutesPerWeek,
    hourlyRateCap: from.hourlyRateCap,
    channels: from.channels,
    context: from.context,
    openToProposals: from.openToProposals,
    invitedAgencyIds: from.invitedAgencyIds,
    excludedAgencyIds: from.excludedAgencyIds,
  };
}

/** In one spelling, so that the same need is always the same value. */
function normaliseDetails(from: NeedDetails): NeedDetails {
  const { words, hourlyRateCap: cap, context } = from;
  return {
    ...needDetailsOf(from),
    words: words && { text: words.text, language: words.language },
    lines: from.lines.map(({ lineId, dutyCode, volume, cadence, doneCriterion, importance, asNeeded }) => ({
      lineId,
      dutyCode,
      volume,
      cadence,
      doneCriterion,
      importance,
      ...(asNeeded === true && { asNeeded }),
    })),
    requiredSkills: from.requiredSkills.map(askedSkill),
    preferredSkills: from.preferredSkills.map(askedSkill),
    requiredLanguages: from.requiredLanguages.map(({ language, minLevel }) => ({ language, minLevel })),
    hours: from.hours && normaliseHours(from.hours),
    hourlyRateCap: cap && { amountMinor: cap.amountMinor, currency: cap.currency },
    context: {
      sector: context.sector,
      tools: context.tools,
      currentFirstResponseMinutes: context.currentFirstResponseMinutes,
    },
    invitedAgencyIds: [...new Set(from.invitedAgencyIds)],
    excludedAgencyIds: [...new Set(from.excludedAgencyIds)],
  };
}

const askedSkill = ({ skillCode, minLevel, importance }: AskedSkill): AskedSkill => ({
  skillCode,
  minLevel,
  importance,
});

function normaliseHours(hours: NeedHours): NeedHours {
  const { timeZone } = hours;
  if (hours.kind === 'weekly') return { kind: 'weekly', timeZone, weekly: normaliseWeeklyHours(hours.weekly) };
  return {
    kind: 'window',
    timeZone,
    startAt: normaliseInstant(hours.startAt),
    endAt: normaliseInstant(hours.endAt),
  };
}

export function completedDetails(details: NeedDetails): CompleteNeedDetails {
  const { hours, startsOn, endsOn, hourlyRateCap } = details;
  if (!hours || !startsOn || !endsOn || !hourlyRateCap) throw new Error('A posted need is complete');
  return { ...details, hours, startsOn, endsOn, hourlyRateCap };
}
