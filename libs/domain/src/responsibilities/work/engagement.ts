import { every } from '../../every.js';
import type { AgencyId, AgreementId, AssistantId, BookingId, BusinessId, EngagementId } from '../../ids.js';
import type { Party } from '../../organisation/party.js';
import type { Agreement, Side } from '../agreement/agreement.js';

interface EngagementOfParties {
  /** The agreement's id. */
  readonly engagementId: EngagementId;
  readonly businessId: BusinessId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
  /** The booking whose confirmation began it, from before the acceptance of an agreement did; null for all others. */
  readonly firstBookingId: BookingId | null;
  readonly startedAt: string;
}
export interface ActiveEngagement extends EngagementOfParties {
  readonly status: 'active';
}
export interface EndedEngagement extends EngagementOfParties {
  readonly status: 'ended';
  /** A side that ended it early, or the term that ran out. */
  readonly endedBy: Side | 'term';
  readonly reason: string | null;
  readonly endedAt: string;
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
export interface EndEngagement {
  readonly type: 'endEngagement';
  readonly by: Party;
  readonly reason: string;
  readonly now: string;
}
export interface EndEngagementByTerm {
  readonly type: 'endEngagementByTerm';
  /** The term in force. */
  readonly endsOn: string;
  readonly timeZone: string;
  readonly now: string;
}
export type EngagementCommand = StartEngagement | EndEngagement | EndEngagementByTerm;

export type EngagementStarted = {
  readonly type: 'engagementStarted';
  readonly engagementId: AgreementId;
  readonly businessId: BusinessId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
  readonly firstBookingId: BookingId | null;
  readonly startedAt: string;
};
export type EngagementEnded = {
  readonly type: 'engagementEnded';
  readonly endedBy: Side | 'term';
  readonly reason: string | null;
  readonly endedAt: string;
};
export type EngagementFact = EngagementStarted | EngagementEnded;
