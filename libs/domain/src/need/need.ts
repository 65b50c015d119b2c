import type { Money } from '../billing/money/money.js';
import type { CatalogueCodes, LanguageLevel } from '../capability/capability.js';
import type { CatalogueLanguage } from '../catalogue/catalogue.js';
import { every } from '../every.js';
import type { AgencyId, BusinessId, NeedId } from '../ids.js';
import type { Cadence } from '../time/cadence.js';
import type { WeeklyHours } from '../time/weekly-hours.js';

/** Where work is agreed and talked about; a business chooses one or two. */
export const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;
export type Channel = (typeof channels)[number];

export interface NeedLine {
  /** Given by the client or the edge, unique in the need. */
  readonly lineId: string;
  readonly dutyCode: string;
  /** Units of the duty in each period of the cadence, or the most hours where it is as needed; an integer of at least 1. */
  readonly volume: number;
  readonly cadence: Cadence;
  readonly doneCriterion: string;
  /** 1 (nice to have) to 3 (what hurts). */
  readonly importance: number;
  /** By the hour, when it is called for. */
  readonly asNeeded?: boolean | undefined;
}

/** A skill at a level: where it is required nobody goes without it, where it is preferred it counts in the score. */
export interface AskedSkill {
  readonly skillCode: string;
  readonly minLevel: number;
  readonly importance: number;
}

export interface RequiredLanguage {
  readonly language: string;
  readonly minLevel: LanguageLevel;
}

/** When help is wanted, on the clock of `timeZone`: in the same hours of every week, or once. */
export type NeedHours =
  | { readonly kind: 'weekly'; readonly timeZone: string; readonly weekly: readonly WeeklyHours[] }
  | { readonly kind: 'window'; readonly timeZone: string; readonly startAt: string; readonly endAt: string };

export interface NeedContext {
  readonly sector: string | null;
  readonly tools: readonly string[];
  /** How fast the business's own customers get a first answer today, in minutes. */
  readonly currentFirstResponseMinutes: number | null;
}

/** The trouble in the owner's words. */
export interface PlainWords {
  readonly text: string;
  readonly language: CatalogueLanguage | null;
}

/** A need while it is being written: what isn't known yet is null or empty. */
export interface NeedDetails {
  readonly words: PlainWords | null;
  readonly lines: readonly NeedLine[];
  readonly requiredSkills: readonly AskedSkill[];
  /** None of them is among the required ones. */
  readonly preferredSkills: readonly AskedSkill[];
  readonly requiredLanguages: readonly RequiredLanguage[];
  readonly hours: NeedHours | null;
  /** Local dates in the zone of `hours`, both included. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Minutes in each week that the assistant's working hours have to share with `hours`. */
  readonly minOverlapMinutesPerWeek: number;
  /** The most that an hour may cost. */
  readonly hourlyRateCap: Money | null;
  readonly channels: readonly Channel[];
  readonly context: NeedContext;
  /** Whether agencies that weren't invited may propose. */
  readonly openToProposals: boolean;
  readonly invitedAgencyIds: readonly AgencyId[];
  /** Agencies that the business doesn't want to work with: a conflict of interest, a bad experience. */
  readonly excludedAgencyIds: readonly AgencyId[];
}

/** A need that says everything that the matcher and the agencies have to know. */
export interface CompleteNeedDetails extends NeedDetails {
  readonly hours: NeedHours;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hourlyRateCap: Money;
}

interface NeedIdentity {
  readonly needId: NeedId;
  readonly businessId: BusinessId;
  readonly draftedAt: string;
}
export interface DraftNeed extends NeedIdentity, NeedDetails {
  readonly status: 'draft';
}
export interface PostedNeed extends NeedIdentity, CompleteNeedDetails {
  readonly status: 'posted';
  readonly postedAt: string;
}
export interface ClosedNeed extends NeedIdentity, NeedDetails {
  readonly status: 'closed';
  /** Absent where it never was: a draft may be closed as well. */
  readonly postedAt?: string;
  readonly closedAt: string;
  readonly reason: CloseReason;
}
export type Need = DraftNeed | PostedNeed | ClosedNeed;
export type NeedStatus = Need['status'];
export const needStatuses = every<NeedStatus>({ draft: true, posted: true, closed: true });

export const closeReasons = ['fulfilled', 'withdrawn', 'lapsed'] as const;
export type CloseReason = (typeof closeReasons)[number];

export interface DraftANeed {
  readonly type: 'draftNeed';
  readonly needId: NeedId;
  readonly businessId: BusinessId;
  readonly details: NeedDetails;
  readonly now: string;
}
/** Before and after posting; a posted need has to stay complete. */
export interface EditNeed {
  readonly type: 'editNeed';
  readonly changes: Partial<Omit<NeedDetails, 'invitedAgencyIds'>>;
  readonly now: string;
}
export interface PostNeed {
  readonly type: 'postNeed';
  readonly now: string;
}
export interface InviteAgencies {
  readonly type: 'inviteAgencies';
  readonly agencyIds: readonly AgencyId[];
  readonly now: string;
}
export interface CloseNeed {
  readonly type: 'closeNeed';
  readonly reason: CloseReason;
  readonly now: string;
}
/** What a need was filled with has come to nothing before it began. */
export interface ReopenNeed {
  readonly type: 'reopenNeed';
  readonly now: string;
}
export type NeedCommand = DraftANeed | EditNeed | PostNeed | InviteAgencies | CloseNeed | ReopenNeed;

export interface NeedDecisionContext {
  readonly catalogue: CatalogueCodes;
}

export interface NeedDrafted {
  readonly type: 'needDrafted';
  readonly needId: NeedId;
  readonly businessId: BusinessId;
  readonly details: NeedDetails;
  readonly draftedAt: string;
}
export interface NeedEdited {
  readonly type: 'needEdited';
  /** The whole need after the edit. */
  readonly details: NeedDetails;
  readonly editedAt: string;
}
export interface NeedPosted {
  readonly type: 'needPosted';
  readonly details: CompleteNeedDetails;
  readonly postedAt: string;
}
export interface NeedAgenciesInvited {
  readonly type: 'needAgenciesInvited';
  /** Those who were not invited before. */
  readonly agencyIds: readonly AgencyId[];
  readonly invitedAt: string;
}
export interface NeedClosed {
  readonly type: 'needClosed';
  readonly reason: CloseReason;
  readonly closedAt: string;
}
export interface NeedReopened {
  readonly type: 'needReopened';
  readonly details: CompleteNeedDetails;
  readonly reopenedAt: string;
}
export type NeedFact = NeedDrafted | NeedEdited | NeedPosted | NeedAgenciesInvited | NeedClosed | NeedReopened;
