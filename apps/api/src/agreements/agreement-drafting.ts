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
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
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
      terms: termsOfProposal(need, proposal, choice, this.catalogue),
      now,
    });
  }

  /** Out of a listing at its hourly rate and the catalogue's minutes; the agency's standing acceptance is recorded. */
  async fromListing(
    scope: Scope,
    need: PostedNeed,
    assistant: Assistant,
    choice: TermsChoice,
    now: string,
  ): Promise<Versioned<Agreement>> {
    const agencyStatus = await this.parties.agencyStatus(assistant.agencyId);
    return this.draft(scope, {
      ...(await this.fixedTerms(need, assistant, now)),
      origin: 'listing',
      instantBooking: allowsInstantBooking(assistant, agencyStatus),
      terms: termsOfListing(need, assistant, choice, this.catalogue),
      now,
    });
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
