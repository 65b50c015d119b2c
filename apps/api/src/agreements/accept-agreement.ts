import { scopeOf } from '#access';
import { type Agreement, decideAgreement } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DutyRunSchedule } from '../work-records/duty-run-schedule.js';
import { EngagementOpening } from '../work-records/engagement-opening.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { AgreementStore } from './agreement.store.js';

export class AcceptAgreement extends commandOf<Change & { contentHash: string }, Versioned<Agreement>>() {}

/**
 * One side accepts the version that it has read, named by its content hash; the second acceptance puts it in force. With the
 * first version the engagement begins, whether or not hours are booked, and the work ahead follows each one.
 */
@CommandHandler(AcceptAgreement)
export class AcceptAgreementHandler implements ICommandHandler<AcceptAgreement> {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly readiness: ReadinessReader,
    private readonly engagements: EngagementStore,
    private readonly opening: EngagementOpening,
    private readonly schedule: DutyRunSchedule,
  ) {}

  execute({
    actor,
    id: agreementId,
    expectedVersion,
    contentHash,
    now,
  }: AcceptAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(
      scopeOf(actor),
      agreementId,
      expectedVersion,
      async (agreement) =>
        decideAgreement(
          {
            type: 'acceptAgreement',
            by: partyOf(actor),
            engagementEnded: await this.engagements.hasEnded(scopeOf(actor), agreementId),
            readiness: await this.readiness.of(agreement.assistantId),
            contentHash: contentHash.toLowerCase(),
            now,
          },
          agreement,
        ),
      async (_tx, agreement, facts) => {
        if (facts.some(({ type }) => type === 'agreementAccepted')) await this.opening.open(agreement, null, now);
        if (facts.some(({ type }) => type === 'changeOrderAccepted')) await this.schedule.follow(agreement, now);
      },
    );
  }
}
