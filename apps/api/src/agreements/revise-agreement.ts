import { scopeOf } from '#access';
import { type Agreement, decideAgreement, type RevisedTerms, termsAfter } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { AgreementStore } from './agreement.store.js';
import { contentHash } from './content-hash.js';

export class ReviseAgreement extends commandOf<Change & { terms: RevisedTerms }, Versioned<Agreement>>() {}

/** Either side writes a new version, which both have to accept; a change order where one is in force already. */
@CommandHandler(ReviseAgreement)
export class ReviseAgreementHandler implements ICommandHandler<ReviseAgreement> {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  execute({ actor, id: agreementId, expectedVersion, terms, now }: ReviseAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(scopeOf(actor), agreementId, expectedVersion, async (agreement) => {
      return decideAgreement(
        {
          type: 'reviseAgreement',
          by: partyOf(actor),
          engagementEnded: await this.engagements.hasEnded(scopeOf(actor), agreementId),
          terms: termsAfter(agreement, terms, this.catalogue),
          duties: this.catalogue,
          contentHash,
          now,
        },
        agreement,
      );
    });
  }
}
