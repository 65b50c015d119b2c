import type { Money } from '../billing/money/money.js';
import type { Abilities, CatalogueCodes } from '../capability/capability.js';
import { every } from '../every.js';
import type { AgencyId, AssistantId } from '../ids.js';
import type { AgencyStatus } from '../organisation/agency.js';
import type { DateRange } from '../time/slot.js';
import type { WorkCalendar } from './work-calendar.js';

/** What an agency says about an assistant; the same shape for a draft and for what is published. */
export interface ListingDetails extends Abilities, Omit<WorkCalendar, 'daysOff'> {
  readonly displayName: string;
  /** What they call themselves; it is used everywhere and never replaced by another word. */
  readonly professionalTitle: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly hourlyRate: Money;
  readonly instantBooking: boolean;
  /** The agency's own name for the assistant in its roster; unique per agency. */
  readonly externalRef: string | null;
}

interface AssistantBase extends ListingDetails {
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly createdAt: string;
  readonly daysOff: readonly DateRange[];
}
export interface DraftAssistant extends AssistantBase {
  readonly status: 'draft';
}
export interface PublishedAssistant extends AssistantBase {
  readonly status: 'published';
  /** The first time that the assistant was listed; listing again after a withdrawal doesn't renew it. */
  readonly listedAt: string;
}
export interface WithdrawnAssistant extends AssistantBase {
  readonly status: 'withdrawn';
  readonly listedAt: string;
  readonly withdrawnAt: string;
  readonly reason: string;
}
/** Out of sight for a while, with everything that is said about them; what is booked stays. */
export interface PausedAssistant extends AssistantBase {
  readonly status: 'paused';
  readonly listedAt: string;
  readonly pausedAt: string;
}
export type Assistant = DraftAssistant | PublishedAssistant | WithdrawnAssistant | PausedAssistant;
export type AssistantStatus = Assistant['status'];
/** The status, and what goes with it and with no other: since when, and why. */
export type AssistantStanding = Standing<Assistant>;
type Standing<OfOneStatus> = OfOneStatus extends unknown ? Omit<OfOneStatus, keyof AssistantBase> : never;
export const assistantStatuses = every<AssistantStatus>({
  draft: true,
  published: true,
  withdrawn: true,
  paused: true,
});

export interface DraftAnAssistant {
  readonly type: 'draftAssistant';
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly listing: ListingDetails;
  readonly daysOff: readonly DateRange[];
  readonly now: string;
}
export interface EditAssistant {
  readonly type: 'editAssistant';
  readonly changes: Partial<ListingDetails>;
  readonly now: string;
}
export interface SetDaysOff {
  readonly type: 'setDaysOff';
  readonly daysOff: readonly DateRange[];
  readonly now: string;
}
export interface PublishAssistant {
  readonly type: 'publishAssistant';
  readonly now: string;
}
export interface WithdrawAssistant {
  readonly type: 'withdrawAssistant';
  readonly reason: string;
  readonly now: string;
}
export interface PauseAssistant {
  readonly type: 'pauseAssistant';
  readonly now: string;
}
export interface ResumeAssistant {
  readonly type: 'resumeAssistant';
  readonly now: string;
}
export type AssistantCommand =
  | DraftAnAssistant
  | EditAssistant
  | SetDaysOff
  | PublishAssistant
  | WithdrawAssistant
  | PauseAssistant
  | ResumeAssistant;

/** What takes an assistant from one status into another, before it is said when. */
export type ListingStep = Undated<PublishAssistant | WithdrawAssistant | PauseAssistant | ResumeAssistant>;
type Undated<Command> = Command extends unknown ? Omit<Command, 'now'> : never;

/** What a decision about a listing needs to know beyond the listing itself. */
export interface AssistantContext {
  readonly agencyStatus: AgencyStatus;
  readonly catalogue: CatalogueCodes;
}

export interface AssistantDrafted {
  readonly type: 'assistantDrafted';
  readonly assistantId: AssistantId;
  readonly agencyId: AgencyId;
  readonly listing: ListingDetails;
  readonly daysOff: readonly DateRange[];
  readonly draftedAt: string;
}
export interface AssistantEdited {
  readonly type: 'assistantEdited';
  /** The whole listing after the edit. */
  readonly listing: ListingDetails;
  readonly editedAt: string;
}
export interface AssistantDaysOffChanged {
  readonly type: 'assistantDaysOffChanged';
  readonly daysOff: readonly DateRange[];
  readonly changedAt: string;
}
export interface AssistantListed {
  readonly type: 'assistantListed';
  readonly listedAt: string;
}
export interface AssistantWithdrawn {
  readonly type: 'assistantWithdrawn';
  readonly reason: string;
  readonly withdrawnAt: string;
}
export interface AssistantPaused {
  readonly type: 'assistantPaused';
  readonly pausedAt: string;
}
export interface AssistantResumed {
  readonly type: 'assistantResumed';
  readonly resumedAt: string;
}
export type AssistantFact =
  | AssistantDrafted
  | AssistantEdited
  | AssistantDaysOffChanged
  | AssistantListed
  | AssistantWithdrawn
  | AssistantPaused
  | AssistantResumed;
