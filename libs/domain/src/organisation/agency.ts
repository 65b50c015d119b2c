import { every } from '../every.js';
import type { AgencyId, UserId } from '../ids.js';
import type { OpenMatters } from './closing.js';
import type { OrganisationDetails } from './organisation-details.js';
import type { StandingTerms } from './standing-terms.js';

export type AgencyDetails = OrganisationDetails;

interface AgencyBase extends AgencyDetails {
  readonly agencyId: AgencyId;
  readonly standingTerms: StandingTerms;
  readonly registeredAt: string;
}
export interface RegisteredAgency extends AgencyBase {
  readonly status: 'registered';
}
export interface VerifiedAgency extends AgencyBase {
  readonly status: 'verified';
  readonly verifiedAt: string;
}
export interface SuspendedAgency extends AgencyBase {
  readonly status: 'suspended';
  readonly suspendedAt: string;
  readonly reason: string;
}
/** For good: nobody acts for it any more, and what the law keeps stays. */
export interface ClosedAgency extends AgencyBase {
  readonly status: 'closed';
  readonly closedAt: string;
}
export type Agency = RegisteredAgency | VerifiedAgency | SuspendedAgency | ClosedAgency;
export type AgencyStatus = Agency['status'];
export const agencyStatuses = every<AgencyStatus>({
  registered: true,
  verified: true,
  suspended: true,
  closed: true,
});

export interface RegisterAgency {
  readonly type: 'registerAgency';
  readonly agencyId: AgencyId;
  readonly details: AgencyDetails;
  readonly now: string;
}
export interface ChangeAgencyDetails {
  readonly type: 'changeAgencyDetails';
  readonly changes: Partial<Omit<AgencyDetails, 'countryCode'>>;
  readonly now: string;
}
/** From now on; agreements that there are keep what they say. */
export interface SetStandingTerms {
  readonly type: 'setStandingTerms';
  readonly terms: StandingTerms;
  readonly now: string;
}
/** Verifies a registered agency, or lets a suspended one work again. */
export interface VerifyAgency {
  readonly type: 'verifyAgency';
  readonly verifiedBy: UserId;
  readonly note: string;
  readonly now: string;
}
/** What others are told of a suspension, in the place of what was written about it. */
export type SuspensionCode = 'papers' | 'complaints' | 'conduct' | 'unlawful' | 'asked' | 'other';

export interface SuspendAgency {
  readonly type: 'suspendAgency';
  readonly suspendedBy: UserId;
  readonly code: SuspensionCode;
  readonly reason: string;
  readonly now: string;
}
/** By an owner, when nothing is open with others. */
export interface CloseAgency {
  readonly type: 'closeAgency';
  readonly closedBy: UserId;
  readonly open: OpenMatters;
  readonly now: string;
}
export type AgencyCommand =
  RegisterAgency | ChangeAgencyDetails | SetStandingTerms | VerifyAgency | SuspendAgency | CloseAgency;

export interface AgencyRegistered extends AgencyDetails {
  readonly type: 'agencyRegistered';
  readonly agencyId: AgencyId;
  readonly registeredAt: string;
}
export interface AgencyDetailsChanged extends AgencyDetails {
  readonly type: 'agencyDetailsChanged';
  readonly changedAt: string;
}
export interface AgencyStandingTermsChanged {
  readonly type: 'agencyStandingTermsChanged';
  readonly terms: StandingTerms;
  readonly changedAt: string;
}
export interface AgencyVerified {
  readonly type: 'agencyVerified';
  readonly verifiedBy: UserId;
  readonly note: string;
  readonly verifiedAt: string;
}
export interface AgencySuspended {
  readonly type: 'agencySuspended';
  readonly suspendedBy: UserId;
  readonly code: SuspensionCode;
  readonly reason: string;
  readonly suspendedAt: string;
}
export interface AgencyClosed {
  readonly type: 'agencyClosed';
  readonly closedBy: UserId;
  readonly closedAt: string;
}
export type AgencyFact =
  | AgencyRegistered
  | AgencyDetailsChanged
  | AgencyStandingTermsChanged
  | AgencyVerified
  | AgencySuspended
  | AgencyClosed;
