import {
  type AcceptedProposal,
  type Agreement,
  type AgreementId,
  allowsInstantBooking,
  type Assistant,
  decideAgreement,
  type DraftAgreement,
  type PostedNeed,
  type TermsChoice,
  type TermsDraft,
  termsOfListing,
  termsOfProposal,
  workPerWeek,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CommissionRates } from '../commission/commission-rates.js';
import { Qualification } from '../assistants/qualification.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { SuggestionRequestStore } from '../suggestions/suggestion-request.store.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementStore } from './agreement.store.js';
import { contentHash } from './content-hash.js';

/** Writes the first version of an agreement, in the caller's transaction and in the scope of the business. */
@Injectable()
export class AgreementDrafting {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly parties: AgreementParties,
    private readonly catalogue: DutyCatalogue,
    private readonly qualification: Qualification,
    private readonly suggestions: SuggestionRequestStore,
    private readonly commissions: CommissionRates,
  ) {}

  /** Out of a proposal at its prices, with the suggestions that the business adopted. */
  async fromProposal(
    scope: Scope,
    need: PostedNeed,
    proposal: AcceptedProposal,
    choice: TermsChoice,
    now: string,
  ): Promise<Versioned<Agreement>> {
    const adopted = await this.adopted(scope, need, proposal);
    const terms = termsOfProposal(need, proposal, adopted, choice, this.catalogue);
    return this.draft(scope, {
      ...(await this.fixedTerms(need, proposal, terms, now)),
      origin: 'proposal',
      proposalId: proposal.proposalId,
      terms,
      now,
    });
  }

  /** Out of a listing, on its terms and the agency's standing ones; the agency's standing acceptance is recorded. */
  async fromListing(
    scope: Scope,
    need: PostedNeed,
    assistant: Assistant,
    chosen: Partial<TermsChoice>,
    now: string,
  ): Promise<Versioned<Agreement>> {
    const { status, standingTerms: standing } = await this.parties.agency(assistant.agencyId);
    const adopted = await this.adopted(scope, need, assistant);
    const terms = termsOfListing(need, assistant, adopted, chosen, standing, this.catalogue);
    return this.draft(scope, {
      ...(await this.fixedTerms(need, assistant, terms, now)),
      origin: 'listing',
      instantBooking: allowsInstantBooking(assistant, status),
      offeredDutyCodes: assistant.dutyCodes,
      disqualification: await this.qualification.lackedBy(assistant.assistantId, need, now),
      workMinutesPerWeek: workPerWeek(need, this.qualification.minutesOf(need)),
      standing,
      terms,
      now,
    });
  }

  /** What the business took up of the agency's suggestions about the need, before there was an agreement. */
  private adopted(scope: Scope, { needId }: PostedNeed, { agencyId }: Pick<Assistant, 'agencyId'>) {
    return this.suggestions.adopted(scope, needId, agencyId);
  }

  private async fixedTerms(
    need: PostedNeed,
    { agencyId, assistantId }: Pick<Assistant, 'agencyId' | 'assistantId'>,
    { currency }: Pick<TermsDraft, 'currency'>,
    now: string,
  ) {
    return {
      type: 'draftAgreement' as const,
      agreementId: uuidv7() as AgreementId,
      needId: need.needId,
      businessId: need.businessId,
      agencyId,
      assistantId,
      commissionBps: await this.commissions.of(agencyId, currency, now),
      ...(await this.parties.factsOfDeal({ agencyId, businessId: need.businessId }, now)),
      contentHash,
    };
  }

  private draft(scope: Scope, command: DraftAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.create(scope, command.agreementId, decideAgreement(command, null));
  }
}
