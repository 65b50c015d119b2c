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
  termsOfListing,
  termsOfProposal,
  workPerWeek,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
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
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** Out of a proposal at its prices, with the suggestions that the business adopted. */
  async fromProposal(
    scope: Scope,
    need: PostedNeed,
    proposal: AcceptedProposal,
    choice: TermsChoice,
    now: string,
  ): Promise<Versioned<Agreement>> {
    return this.draft(scope, {
      ...(await this.fixedTerms(need, proposal, now)),
      origin: 'proposal',
      proposalId: proposal.proposalId,
      terms: termsOfProposal(need, proposal, await this.adopted(scope, need, proposal), choice, this.catalogue),
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
    return this.draft(scope, {
      ...(await this.fixedTerms(need, assistant, now)),
      origin: 'listing',
      instantBooking: allowsInstantBooking(assistant, status),
      offeredDutyCodes: assistant.dutyCodes,
      disqualification: await this.qualification.lackedBy(assistant.assistantId, need, now),
      workMinutesPerWeek: workPerWeek(need, this.qualification.minutesOf(need)),
      standing,
      terms: termsOfListing(
        need,
        assistant,
        await this.adopted(scope, need, assistant),
        chosen,
        standing,
        this.catalogue,
      ),
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
    now: string,
  ) {
    return {
      type: 'draftAgreement' as const,
      agreementId: uuidv7() as AgreementId,
      needId: need.needId,
      businessId: need.businessId,
      agencyId,
      assistantId,
      commissionBps: this.settings.commissionBps,
      ...(await this.parties.factsOfDeal({ agencyId, businessId: need.businessId }, now)),
      contentHash,
    };
  }

  private draft(scope: Scope, command: DraftAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.create(scope, command.agreementId, decideAgreement(command, null));
  }
}
