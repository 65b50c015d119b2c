import {
  type AcceptedProposal,
  type Agreement,
  type AgreementId,
  type Assistant,
  decideAgreement,
  type DraftAgreement,
  type PostedNeed,
  priceOfMinutes,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementStore } from './agreement.store.js';
import { contentHash } from './content-hash.js';
import { firstTerms, type TermsChoice } from './first-terms.js';

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
    const prices = new Map(proposal.lines.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
    const priceOf = (lineId: string) => {
      const price = prices.get(lineId);
      if (!price) throw new Error(`proposal ${proposal.proposalId} has no price for the line ${lineId}`);
      return price;
    };
    const { currency } = priceOf(need.lines[0]?.lineId ?? '');
    const adopted = proposal.suggestions.filter(({ suggestionId }) =>
      proposal.adoptedSuggestionIds.includes(suggestionId),
    );
    return this.draft(scope, {
      ...(await this.fixedTerms(need, proposal)),
      origin: 'proposal',
      proposalId: proposal.proposalId,
      terms: firstTerms(need, { currency, of: ({ lineId }) => priceOf(lineId) }, choice, adopted, this.catalogue),
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
    const { hourlyRate } = assistant;
    const allowed = assistant.status === 'published' && assistant.instantBooking;
    const prices = {
      currency: hourlyRate.currency,
      of: (_: unknown, duty: { readonly indicativeMinutes: number }) =>
        priceOfMinutes(hourlyRate, duty.indicativeMinutes),
    };
    return this.draft(scope, {
      ...(await this.fixedTerms(need, assistant)),
      origin: 'listing',
      instantBooking: allowed && (await this.parties.agencyIsVerified(assistant.agencyId)),
      terms: firstTerms(need, prices, choice, [], this.catalogue),
      now,
    });
  }

  private async fixedTerms(need: PostedNeed, { agencyId, assistantId }: Pick<Assistant, 'agencyId' | 'assistantId'>) {
    return {
      type: 'draftAgreement' as const,
      agreementId: uuidv7() as AgreementId,
      needId: need.needId,
      businessId: need.businessId,
      agencyId,
      assistantId,
      commissionBps: this.settings.commissionBps,
      ...(await this.parties.taxFacts(agencyId, need.businessId)),
      contentHash,
    };
  }

  private draft(scope: Scope, command: DraftAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.create(scope, command.agreementId, decideAgreement(command, null));
  }
}
