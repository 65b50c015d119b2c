import type { TaxFacts } from '../../billing/pricing/tax.js';
import { every } from '../../every.js';
import type { OfferedDuties } from '../../catalogue/offered-duty.js';
import type { AgreementId, AssistantId, NeedId, ProposalId, UserId } from '../../ids.js';
import type { LegalParties } from '../../organisation/legal-party.js';
import type { Readiness } from '../../booking/readiness.js';
import type { Disqualification } from '../../matching/qualification.js';
import type { Suggestion } from '../../proposal/suggestion.js';
import type { Party } from '../../organisation/party.js';
import type { StandingTerms } from '../../organisation/standing-terms.js';
import type { WorkParties } from '../../work-parties.js';
import type { AgreementTerms, TermsDraft } from './agreement-terms.js';

/** The two sides of an agreement. */
export const sides = ['agency', 'business'] as const;
export type Side = (typeof sides)[number];

export interface Acceptance {
  readonly side: Side;
  readonly userId: UserId | null;
  readonly acceptedAt: string;
  /** True where the agency had allowed instant booking beforehand. */
  readonly standing: boolean;
}

export interface AgreementVersion {
  /** From 1, without gaps. */
  readonly number: number;
  /** SHA-256 (hex) of the canonical form of the terms. */
  readonly contentHash: string;
  readonly terms: AgreementTerms;
  readonly writtenBy: Side;
  readonly writtenAt: string;
  readonly acceptances: readonly Acceptance[];
}

interface AgreementOfParties extends WorkParties {
  readonly agreementId: AgreementId;
  readonly needId: NeedId;
  /** Null for an instant agreement with a listing. */
  readonly proposalId: ProposalId | null;
  /** All versions, oldest first; what was accepted stays as it was accepted. */
  readonly versions: readonly AgreementVersion[];
}

/** No version has been accepted by both sides yet. */
export interface DraftingAgreement extends AgreementOfParties {
  readonly status: 'drafting';
}
/** The version in force is the latest one. */
export interface AcceptedAgreement extends AgreementOfParties {
  readonly status: 'accepted';
  readonly inForceNumber: number;
  readonly acceptedAt: string;
}
/** A change order waits for both sides; the version in force stays in force. */
export interface ChangingAgreement extends AgreementOfParties {
  readonly status: 'changing';
  readonly inForceNumber: number;
  readonly acceptedAt: string;
}
/** Given up before both sides had accepted. */
export interface WithdrawnAgreement extends AgreementOfParties {
  readonly status: 'withdrawn';
  readonly withdrawnAt: string;
}
export type Agreement = DraftingAgreement | AcceptedAgreement | ChangingAgreement | WithdrawnAgreement;
export const agreementStatuses = every<Agreement['status']>({
  drafting: true,
  accepted: true,
  changing: true,
  withdrawn: true,
});
/** An agreement that has a version in force. */
export type AgreementInForce = AcceptedAgreement | ChangingAgreement;

/** Gives the SHA-256 (lower-case hex) of a text's UTF-8 bytes; handed in because the domain has no cryptography. */
export type ContentHash = (canonicalTerms: string) => string;

interface DraftAgreementOfParties extends WorkParties, TaxFacts {
  readonly type: 'draftAgreement';
  readonly agreementId: AgreementId;
  readonly needId: NeedId;
  readonly terms: TermsDraft;
  readonly commissionBps: number;
  readonly parties: LegalParties;
  readonly contentHash: ContentHash;
  readonly now: string;
}
/** Out of a need and a proposal that the business accepted. */
export interface DraftFromProposal extends DraftAgreementOfParties {
  readonly origin: 'proposal';
  readonly proposalId: ProposalId;
}
/** Out of a need and a listing with instant booking; the agency's standing acceptance is recorded at once. */
export interface DraftFromListing extends DraftAgreementOfParties {
  readonly origin: 'listing';
  readonly instantBooking: boolean;
  readonly offeredDutyCodes: readonly string[];
  /** Why the assistant can't have this need's work; null for whoever passes all hard filters. */
  readonly disqualification: Disqualification | null;
  /** Of a usual week, by the catalogue's minutes of a unit. */
  readonly workMinutesPerWeek: number;
  readonly standing: StandingTerms;
}
export type DraftAgreement = DraftFromProposal | DraftFromListing;

/** A new version; a change order where a version is in force already. */
export interface ReviseAgreement {
  readonly type: 'reviseAgreement';
  readonly by: Party;
  /** Nothing changes after the engagement has ended. */
  readonly engagementEnded: boolean;
  readonly terms: TermsDraft;
  /** What the catalogue says of the duties. */
  readonly duties: OfferedDuties;
  readonly contentHash: ContentHash;
  readonly now: string;
}
export interface AcceptAgreement {
  readonly type: 'acceptAgreement';
  readonly by: Party;
  /** Nothing changes after the engagement has ended. */
  readonly engagementEnded: boolean;
  /** Of the supply side as it is now. */
  readonly readiness: Readiness;
  /** Of the version that the side has read. */
  readonly contentHash: string;
  readonly now: string;
}
/** Gives up a draft, or a change order (the version in force stays then). */
export interface WithdrawAgreement {
  readonly type: 'withdrawAgreement';
  readonly by: Party;
  readonly now: string;
}
/** Both sides have agreed that somebody else does the work; nothing else of the terms changes. */
export interface ReplaceAssistant {
  readonly type: 'replaceAssistant';
  readonly assistantId: AssistantId;
  /** Of that assistant. */
  readonly readiness: Readiness;
  readonly engagementEnded: boolean;
  readonly proposed: { readonly userId: UserId | null; readonly at: string };
  readonly consented: { readonly userId: UserId | null; readonly at: string };
  readonly contentHash: ContentHash;
  readonly now: string;
}
/** What the business takes up of what its agency suggested becomes part of the terms, once both sides accept them. */
export interface AdoptIntoAgreement {
  readonly type: 'adoptSuggestions';
  readonly by: Party;
  readonly engagementEnded: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly contentHash: ContentHash;
  readonly now: string;
}
export type AgreementCommand =
  DraftAgreement | ReviseAgreement | AcceptAgreement | WithdrawAgreement | ReplaceAssistant | AdoptIntoAgreement;

export interface AgreementDrafted extends Omit<AgreementOfParties, 'versions'> {
  readonly type: 'agreementDrafted';
  readonly version: AgreementVersion;
}
export type AgreementRevised = { readonly type: 'agreementRevised'; readonly version: AgreementVersion };
export type ChangeOrderProposed = { readonly type: 'changeOrderProposed'; readonly version: AgreementVersion };
interface OfVersion {
  readonly versionNumber: number;
  readonly contentHash: string;
}
export type AgreementSideAccepted = OfVersion & {
  readonly type: 'agreementSideAccepted';
  readonly acceptance: Acceptance;
};
/** Both sides have accepted a version. */
type VersionAccepted = OfVersion & { readonly acceptedAt: string };
export type AgreementAccepted = VersionAccepted & { readonly type: 'agreementAccepted' };
/** It changes what was in force. */
export type ChangeOrderAccepted = VersionAccepted & { readonly type: 'changeOrderAccepted' };
type Withdrawn = { readonly by: Side; readonly withdrawnAt: string };
export type ChangeOrderWithdrawn = Withdrawn & {
  readonly type: 'changeOrderWithdrawn';
  readonly versionNumber: number;
};
export type AgreementWithdrawn = Withdrawn & { readonly type: 'agreementWithdrawn' };
export type AgreementFact =
  | AgreementDrafted
  | AgreementRevised
  | ChangeOrderProposed
  | AgreementSideAccepted
  | AgreementAccepted
  | ChangeOrderAccepted
  | ChangeOrderWithdrawn
  | AgreementWithdrawn;
