import { every } from '../../every.js';
import type { AssistantId, BookingId, EngagementId } from '../../ids.js';
import type { Party } from '../../organisation/party.js';
import type { Agreement, Side } from '../agreement/agreement.js';
import type { WorkParties } from '../../work-parties.js';

interface EngagementOfParties extends WorkParties {
  /** The agreement's id. */
  readonly engagementId: EngagementId;
  /** The booking whose confirmation began it, from before the acceptance of an agreement did; null for all others. */
  readonly firstBookingId: BookingId | null;
  readonly startedAt: string;
}
/** That a side will end it, and after which day. */
export interface NoticeOfEnd {
  readonly by: Side;
  readonly reason: string;
  readonly givenAt: string;
  /** Local date in the agreement's zone, included. */
  readonly lastDayOn: string;
}
export interface ActiveEngagement extends EngagementOfParties {
  readonly status: 'active';
  readonly notice?: NoticeOfEnd | undefined;
}
export interface EndedEngagement extends EngagementOfParties {
  readonly status: 'ended';
  /** A side that ended it early, or the term that ran out. */
  readonly endedBy: Side | 'term';
  readonly reason: string | null;
  readonly endedAt: string;
  /** Where it ended by a notice. */
  readonly notice?: NoticeOfEnd | undefined;
}
export type Engagement = ActiveEngagement | EndedEngagement;
export const engagementStatuses = every<Engagement['status']>({ active: true, ended: true });

export interface StartEngagement {
  readonly type: 'startEngagement';
  readonly agreement: Agreement;
  /** Null with the acceptance itself. */
  readonly bookingId: BookingId | null;
  readonly now: string;
}
/** What the terms in force say of how it ends. */
export interface TermsOfEnd {
  readonly endsOn: string;
  readonly timeZone: string;
  /** Days between a notice and the last day; 0 where either side may end it at once. */
  readonly noticeDays: number;
}
export interface GiveNotice {
  readonly type: 'giveNotice';
  readonly by: Party;
  readonly reason: string;
  /** Null for the first day that the agreed notice allows. */
  readonly lastDayOn: string | null;
  readonly terms: TermsOfEnd;
  readonly now: string;
}
/** The last day of a notice is over. */
export interface EndEngagementByNotice {
  readonly type: 'endEngagementByNotice';
  readonly timeZone: string;
  readonly now: string;
}
export interface EndEngagement {
  readonly type: 'endEngagement';
  readonly by: Party;
  readonly reason: string;
  readonly noticeDays: number;
  readonly now: string;
}
export interface EndEngagementByTerm {
  readonly type: 'endEngagementByTerm';
  /** The term in force. */
  readonly endsOn: string;
  readonly timeZone: string;
  readonly now: string;
}
/** Somebody else does the work from now on. */
export interface ReplaceEngagedAssistant {
  readonly type: 'replaceEngagedAssistant';
  readonly assistantId: AssistantId;
  readonly now: string;
}
export type EngagementCommand =
  StartEngagement | GiveNotice | EndEngagement | EndEngagementByNotice | EndEngagementByTerm | ReplaceEngagedAssistant;

export interface EngagementStarted extends EngagementOfParties {
  readonly type: 'engagementStarted';
}
export type EngagementEnded = {
  readonly type: 'engagementEnded';
  readonly endedBy: Side | 'term';
  readonly reason: string | null;
  readonly endedAt: string;
};
export type EngagementNoticeGiven = { readonly type: 'engagementNoticeGiven'; readonly notice: NoticeOfEnd };
/** Who did it before, and who does it from now on. */
export interface OtherAssistant {
  readonly formerAssistantId: AssistantId;
  readonly assistantId: AssistantId;
}
export interface EngagedAssistantReplaced extends OtherAssistant {
  readonly type: 'engagedAssistantReplaced';
  readonly replacedAt: string;
}
export type EngagementFact = EngagementStarted | EngagementNoticeGiven | EngagementEnded | EngagedAssistantReplaced;
