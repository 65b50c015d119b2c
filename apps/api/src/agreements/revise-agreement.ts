import { type Actor, scopeOf } from '#access';
import { type Agreement, currentVersion, decideAgreement, type TermsDraft } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { AgreementStore } from './agreement.store.js';
import { contentHash } from './content-hash.js';

/** Zone, currency and adopted suggestions stay as they are in the version on the table. */
export type RevisedTerms = Omit<TermsDraft, 'timeZone' | 'currency' | 'adoptedSuggestions'>;

export class ReviseAgreement extends Command<Versioned<Agreement>> {
  constructor(
    readonly actor: Actor,
    readonly agreementId: string,
    readonly expectedVersion: number | null,
    readonly terms: RevisedTerms,
    readonly now: string,
  ) {
    super();
  }
}

/** Either side writes a new version, which both have to accept; a change order where one is in force already. */
@CommandHandler(ReviseAgreement)
export class ReviseAgreementHandler implements ICommandHandler<ReviseAgreement> {
  constructor(private readonly agreements: AgreementStore) {}

  execute({ actor, agreementId, expectedVersion, terms, now }: ReviseAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(scopeOf(actor), agreementId, expectedVersion, async (agreement, tx) => {
      const { timeZone, currency, adoptedSuggestions } = currentVersion(agreement).terms;
      return decideAgreement(
        {
          type: 'reviseAgreement',
          by: partyOf(actor),
          engagementEnded: await this.agreements.engagementEnded(tx, agreementId),
          terms: { ...terms, timeZone, currency, adoptedSuggestions },
          contentHash,
          now,
        },
        agreement,
      );
    });
  }
}
