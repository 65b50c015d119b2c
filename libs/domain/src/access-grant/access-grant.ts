import { every } from '../every.js';
import type { AccessGrantId, EngagementId, UserId } from '../ids.js';
import type { Party } from '../organisation/party.js';
import type { AgreementParties, WorkParties } from '../work-parties.js';

/** What somebody is let into. */
export const accessKinds = ['mailbox', 'bank-view', 'shop', 'accounting', 'storage', 'other'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** How: every way in which the owner can take it back without changing a password. There is no way that hands one over. */
export const accessWays = ['delegation', 'own-login', 'read-only-view', 'shared-folder'] as const;
export type AccessWay = (typeof accessWays)[number];

export const accessProofKinds = ['link', 'note', 'document-hash'] as const;
/** What shows that nobody gets in any more: an address, a sentence, or the SHA-256 (hex) of a document. */
export interface AccessProof {
  readonly kind: (typeof accessProofKinds)[number];
  readonly value: string;
}

/** Why it is to be closed. */
export const closingReasons = ['asked', 'engagement-ended', 'assistant-replaced'] as const;
export type ClosingReason = (typeof closingReasons)[number];
export type AccessSide = 'agency' | 'business';

/** What somebody is let into, what for, and how. */
interface Access {
  readonly accessGrantId: AccessGrantId;
  readonly kind: AccessKind;
  /** Which one, as the business calls it. */
  readonly name: string;
  readonly purpose: string;
  readonly way: AccessWay;
}
interface AccessGrantBase extends AgreementParties, Access {
  readonly givenBy: UserId | null;
  readonly givenAt: string;
  readonly reviewedAt: string | null;
  /** Local date in UTC from which on it is to be reviewed. */
  readonly reviewDueOn: string;
  /** Whether the business was told so. */
  readonly reviewAnnounced: boolean;
}
export interface OpenAccess extends AccessGrantBase {
  readonly status: 'open';
}
/** Somebody has to take it back, and show it. */
export interface ClosingAccess extends AccessGrantBase {
  readonly status: 'to-close';
  readonly reason: ClosingReason;
  readonly toCloseSince: string;
}
export interface ClosedAccess extends AccessGrantBase {
  readonly status: 'closed';
  readonly closedBy: AccessSide;
  readonly closedAt: string;
  readonly proof: AccessProof;
}
export type AccessGrant = OpenAccess | ClosingAccess | ClosedAccess;
export const accessGrantStatuses = every<AccessGrant['status']>({ open: true, 'to-close': true, closed: true });

export interface GiveAccess extends Access {
  readonly type: 'giveAccess';
  readonly by: Party;
  readonly engagement: WorkParties & { readonly engagementId: EngagementId; readonly status: 'active' | 'ended' };
  readonly now: string;
}
/** It is still needed, says the business. */
export interface ReviewAccess {
  readonly type: 'reviewAccess';
  readonly by: Party;
  readonly now: string;
}
/** A quarter has gone by. */
export interface AnnounceAccessReview {
  readonly type: 'announceAccessReview';
  readonly now: string;
}
export interface AskToCloseAccess {
  readonly type: 'askToCloseAccess';
  readonly reason: ClosingReason;
  readonly now: string;
}
export interface CloseAccess {
  readonly type: 'closeAccess';
  readonly by: Party;
  readonly proof: AccessProof;
  readonly now: string;
}
export type AccessGrantCommand = ReviewAccess | AnnounceAccessReview | AskToCloseAccess | CloseAccess;

export interface AccessGiven extends Omit<AccessGrantBase, 'reviewedAt' | 'reviewAnnounced'> {
  readonly type: 'accessGiven';
}
export interface AccessReviewed {
  readonly type: 'accessReviewed';
  readonly reviewDueOn: string;
  readonly reviewedAt: string;
}
export interface AccessReviewDue {
  readonly type: 'accessReviewDue';
  readonly announcedAt: string;
}
export interface AccessToClose {
  readonly type: 'accessToClose';
  readonly reason: ClosingReason;
  readonly toCloseSince: string;
}
export interface AccessClosed {
  readonly type: 'accessClosed';
  readonly closedBy: AccessSide;
  readonly proof: AccessProof;
  readonly closedAt: string;
}
export type AccessGrantFact = AccessGiven | AccessReviewed | AccessReviewDue | AccessToClose | AccessClosed;
