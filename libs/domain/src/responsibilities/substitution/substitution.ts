import type { Readiness } from '../../booking/readiness.js';
import { every } from '../../every.js';
import type { AssistantId, SubstitutionId, UserId } from '../../ids.js';
import type { Disqualification } from '../../matching/qualification.js';
import type { Party } from '../../organisation/party.js';
import type { Agreement } from '../agreement/agreement.js';
import type { Engagement } from '../work/engagement.js';
import type { AgreementParties } from '../../work-parties.js';
import type { HandoverContext, HandoverPack } from './handover-pack.js';

/** Its `assistantId` is whoever can't. */
interface SubstitutionBase extends AgreementParties {
  readonly substitutionId: SubstitutionId;
  readonly substituteId: AssistantId;
  /** Until whoever can't is back; otherwise for good. */
  readonly temporary: boolean;
  readonly proposedBy: UserId | null;
  readonly proposedAt: string;
  readonly pack: HandoverPack;
}
interface Consent {
  readonly consentedBy: UserId | null;
  readonly consentedAt: string;
}
export interface ProposedSubstitution extends SubstitutionBase {
  readonly status: 'proposed';
}
/** The business is willing; the substitute starts once the pack is complete. */
export interface ConsentedSubstitution extends SubstitutionBase, Consent {
  readonly status: 'consented';
}
export interface StartedSubstitution extends SubstitutionBase, Consent {
  readonly status: 'started';
  readonly startedAt: string;
}
/** Whoever couldn't is back. */
export interface EndedSubstitution extends SubstitutionBase, Consent {
  readonly status: 'ended';
  readonly startedAt: string;
  readonly endedAt: string;
}
export interface DeclinedSubstitution extends SubstitutionBase {
  readonly status: 'declined';
  readonly reason: string;
  readonly declinedAt: string;
}
/** By the agency, or because another one was taken or the engagement is over. */
export interface WithdrawnSubstitution extends SubstitutionBase {
  readonly status: 'withdrawn';
  readonly withdrawnAt: string;
}
export type Substitution =
  | ProposedSubstitution
  | ConsentedSubstitution
  | StartedSubstitution
  | EndedSubstitution
  | DeclinedSubstitution
  | WithdrawnSubstitution;
export const substitutionStatuses = every<Substitution['status']>({
  proposed: true,
  consented: true,
  started: true,
  ended: true,
  declined: true,
  withdrawn: true,
});

export interface ProposeSubstitution {
  readonly type: 'proposeSubstitution';
  readonly substitutionId: SubstitutionId;
  readonly by: Party;
  readonly agreement: Agreement;
  readonly engagement: Engagement;
  readonly substituteId: AssistantId;
  readonly temporary: boolean;
  /** Of the substitute. */
  readonly readiness: Readiness;
  /** Why the substitute can't have the need's work; null for whoever passes all hard filters. */
  readonly disqualification: Disqualification | null;
  readonly now: string;
}
interface Step {
  readonly by: Party;
  readonly now: string;
}
export interface WriteHandover extends Step, HandoverContext {
  readonly type: 'writeHandover';
  readonly pack: HandoverPack;
}
export interface ConsentToSubstitution extends Step {
  readonly type: 'consentToSubstitution';
  readonly engagement: Engagement;
  readonly readiness: Readiness;
}
export interface DeclineSubstitution extends Step {
  readonly type: 'declineSubstitution';
  readonly reason: string;
}
export interface WithdrawSubstitution extends Step {
  readonly type: 'withdrawSubstitution';
}
/** Of those that were proposed beside one that is taken. */
export interface GiveWay {
  readonly type: 'giveWay';
  readonly now: string;
}
export interface StartSubstitution extends Step, HandoverContext {
  readonly type: 'startSubstitution';
  readonly engagement: Engagement;
  /** Whether the assistant's timer runs. */
  readonly timerRuns: boolean;
  readonly disqualification: Disqualification | null;
}
export interface EndSubstitution extends Step {
  readonly type: 'endSubstitution';
  readonly engagement: Engagement;
  readonly timerRuns: boolean;
}
export type SubstitutionCommand =
  | WriteHandover
  | ConsentToSubstitution
  | DeclineSubstitution
  | WithdrawSubstitution
  | GiveWay
  | StartSubstitution
  | EndSubstitution;

export interface SubstitutionProposed extends Omit<SubstitutionBase, 'pack'> {
  readonly type: 'substitutionProposed';
}
export interface HandoverWritten {
  readonly type: 'handoverWritten';
  readonly pack: HandoverPack;
  /** How much is missing still. */
  readonly missing: number;
  readonly writtenAt: string;
}
export interface SubstitutionConsented extends Consent {
  readonly type: 'substitutionConsented';
}
export interface SubstitutionDeclined {
  readonly type: 'substitutionDeclined';
  readonly reason: string;
  readonly declinedAt: string;
}
export interface SubstitutionWithdrawn {
  readonly type: 'substitutionWithdrawn';
  readonly withdrawnAt: string;
}
export interface SubstitutionStarted {
  readonly type: 'substitutionStarted';
  readonly startedAt: string;
}
export interface SubstitutionEnded {
  readonly type: 'substitutionEnded';
  readonly endedAt: string;
}
export type SubstitutionFact =
  | SubstitutionProposed
  | HandoverWritten
  | SubstitutionConsented
  | SubstitutionDeclined
  | SubstitutionWithdrawn
  | SubstitutionStarted
  | SubstitutionEnded;
