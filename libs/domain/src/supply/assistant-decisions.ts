import { isBlank } from '#text';
import { saysTheSame, withChanges } from '../changes.js';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact, uphold } from '../policy.js';
import { normaliseWeeklyHours } from '../time/weekly-hours.js';
import type {
  Assistant,
  AssistantCommand,
  AssistantContext,
  AssistantFact,
  AssistantStanding,
  DraftAnAssistant,
  EditAssistant,
  ListingDetails,
  PauseAssistant,
  PublishAssistant,
  ResumeAssistant,
  SetDaysOff,
  WithdrawAssistant,
} from './assistant.js';
import {
  listingPolicies,
  normaliseDaysOff,
  publishedListingPolicies,
  publishingPolicies,
} from './assistant.policies.js';

/** @throws DomainError `assistant.…`, `time.…` and `money.…` as listed in the contracts' tables of errors */
export function decideAssistant(
  command: AssistantCommand,
  state: Assistant | null,
  context: AssistantContext,
): AssistantFact[] {
  if (command.type === 'draftAssistant') return draft(command, state, context);
  demand(state !== null, 'assistant.not-found');
  return decideBy(deciders, command, state, context);
}

const deciders: Deciders<Exclude<AssistantCommand, DraftAnAssistant>, Assistant, AssistantFact, AssistantContext> = {
  editAssistant: edit,
  setDaysOff: setDaysOff,
  publishAssistant: publish,
  withdrawAssistant: withdraw,
  pauseAssistant: pause,
  resumeAssistant: resume,
};

function draft(command: DraftAnAssistant, state: Assistant | null, context: AssistantContext): AssistantFact[] {
  demand(state === null, 'assistant.already-drafted');
  uphold(listingPolicies, { listing: command.listing, before: null, context });
  const { assistantId, agencyId, now } = command;
  const listing = normaliseListing(command.listing);
  const daysOff = normaliseDaysOff(command.daysOff);
  return [{ type: 'assistantDrafted', assistantId, agencyId, listing, daysOff, draftedAt: now }];
}

function edit({ changes, now }: EditAssistant, state: Assistant, context: AssistantContext): AssistantFact[] {
  const before = listingOf(state);
  const changed = withChanges<ListingDetails>(before, changes);
  uphold(listingPolicies, { listing: changed, before, context });
  if (state.status === 'published') uphold(publishedListingPolicies, { listing: changed, before, context });
  const listing = normaliseListing(changed);
  return saysTheSame(listing, before) ? [] : [{ type: 'assistantEdited', listing, editedAt: now }];
}

function setDaysOff({ daysOff, now }: SetDaysOff, state: Assistant): AssistantFact[] {
  const merged = normaliseDaysOff(daysOff);
  if (saysTheSame(merged, state.daysOff)) return [];
  return [{ type: 'assistantDaysOffChanged', daysOff: merged, changedAt: now }];
}

function publish({ now }: PublishAssistant, state: Assistant, context: AssistantContext): AssistantFact[] {
  demand(state.status !== 'published', 'assistant.already-published');
  demand(state.status !== 'paused', 'assistant.paused');
  uphold(publishingPolicies, { listing: state, before: state, context });
  return [{ type: 'assistantListed', listedAt: now }];
}

function withdraw({ reason, now }: WithdrawAssistant, state: Assistant): AssistantFact[] {
  const isListed = state.status === 'published' || state.status === 'paused';
  demand(isListed, 'assistant.not-published', { status: state.status });
  demand(!isBlank(reason), 'assistant.reason-missing', { at: ['reason'] });
  return [{ type: 'assistantWithdrawn', reason, withdrawnAt: now }];
}

function pause({ now }: PauseAssistant, state: Assistant): AssistantFact[] {
  demand(state.status !== 'paused', 'assistant.already-paused');
  demand(state.status === 'published', 'assistant.not-published', { status: state.status });
  return [{ type: 'assistantPaused', pausedAt: now }];
}

/** The listing may have been edited meanwhile, so it is judged as one that is published. */
function resume({ now }: ResumeAssistant, state: Assistant, context: AssistantContext): AssistantFact[] {
  demand(state.status === 'paused', 'assistant.not-paused', { status: state.status });
  uphold(publishingPolicies, { listing: state, before: state, context });
  return [{ type: 'assistantResumed', resumedAt: now }];
}

export function evolveAssistant(state: Assistant | null, fact: AssistantFact): Assistant {
  if (fact.type === 'assistantDrafted') {
    const { assistantId, agencyId, listing, daysOff, draftedAt } = fact;
    return { status: 'draft', assistantId, agencyId, ...listing, daysOff, createdAt: draftedAt };
  }
  if (!state) return unexpectedFact(fact, 'none');
  switch (fact.type) {
    case 'assistantEdited':
      return { ...state, ...fact.listing };
    case 'assistantDaysOffChanged':
      return { ...state, daysOff: fact.daysOff };
    case 'assistantListed':
      return { ...baseOf(state), status: 'published', listedAt: firstListing(state) ?? fact.listedAt };
    case 'assistantWithdrawn': {
      const { reason, withdrawnAt } = fact;
      return { ...baseOf(state), status: 'withdrawn', listedAt: listedBefore(state, fact), withdrawnAt, reason };
    }
    case 'assistantPaused': {
      const { pausedAt } = fact;
      return { ...baseOf(state), status: 'paused', listedAt: listedBefore(state, fact), pausedAt };
    }
    case 'assistantResumed':
      return { ...baseOf(state), status: 'published', listedAt: listedBefore(state, fact) };
    default:
      return fact satisfies never;
  }
}

export function standingOf(assistant: Assistant): AssistantStanding {
  const base: object = baseOf(assistant);
  return Object.fromEntries(Object.entries(assistant).filter(([name]) => !(name in base))) as AssistantStanding;
}

/** The part of an assistant that the agency writes. */
export function listingOf(from: ListingDetails): ListingDetails {
  return {
    displayName: from.displayName,
    professionalTitle: from.professionalTitle,
    countryCode: from.countryCode,
    timeZone: from.timeZone,
    skills: from.skills,
    dutyCodes: from.dutyCodes,
    languages: from.languages,
    hourlyRate: from.hourlyRate,
    weeklyHours: from.weeklyHours,
    weeklyCapacityMinutes: from.weeklyCapacityMinutes,
    instantBooking: from.instantBooking,
    externalRef: from.externalRef,
  };
}

/** In one spelling, so that the same listing is always the same value. */
function normaliseListing(listing: ListingDetails): ListingDetails {
  return {
    ...listingOf(listing),
    skills: listing.skills.map(({ skillCode, level }) => ({ skillCode, level })),
    languages: listing.languages.map(({ language, level }) => ({ language, level })),
    hourlyRate: { amountMinor: listing.hourlyRate.amountMinor, currency: listing.hourlyRate.currency },
    weeklyHours: normaliseWeeklyHours(listing.weeklyHours, ['weeklyHours']),
  };
}

function baseOf(state: Assistant) {
  const { assistantId, agencyId, createdAt, daysOff } = state;
  return { assistantId, agencyId, createdAt, daysOff, ...listingOf(state) };
}

function listedBefore(state: Assistant, fact: AssistantFact): string {
  return firstListing(state) ?? unexpectedFact(fact, state.status);
}

function firstListing(state: Assistant): string | null {
  return state.status === 'draft' ? null : state.listedAt;
}
