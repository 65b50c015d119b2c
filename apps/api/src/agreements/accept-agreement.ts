import { type Actor, scopeOf } from '#access';
import { type Agreement, decideAgreement } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { DutyRunSchedule } from '../work-records/duty-run-schedule.js';
import { AgreementStore } from './agreement.store.js';

export class AcceptAgreement extends Command<Versioned<Agreement>> {
  constructor(
    readonly actor: Actor,
    readonly agreementId: string,
    readonly expectedVersion: number | null,
    readonly contentHash: string,
    readonly now: string,
  ) {
    super();
  }
}

/** One side accepts the version that it has read, named by its content hash; the second acceptance puts it in force, and the work ahead follows. */
@CommandHandler(AcceptAgreement)
export class AcceptAgreementHandler implements ICommandHandler<AcceptAgreement> {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly schedule: DutyRunSchedule,
  ) {}

  execute({ actor, agreementId, expectedVersion, contentHash, now }: AcceptAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(
      scopeOf(actor),
      agreementId,
      expectedVersion,
      async (agreement, tx) =>
        decideAgreement(
          {
            type: 'acceptAgreement',
            by: partyOf(actor),
            engagementEnded: await this.agreements.engagementEnded(tx, agreementId),
            contentHash: contentHash.toLowerCase(),
            now,
          },
          agreement,
        ),
      async (_tx, agreement, facts) => {
        if (facts.some(({ type }) => type === 'changeOrderAccepted')) await this.schedule.follow(agreement, now);
      },
    );
  }
}
