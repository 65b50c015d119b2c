import { scopeOf } from '#access';
import { type Dispute, type DisputeId, type DisputeSubject, raiseDispute, type DisputeVerdict } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DisputedSubjects } from './disputed-subjects.js';
import { DisputeStore } from './dispute.store.js';
import { DisputeEvidence } from './dispute-evidence.js';

/** What a side says, with files that show it. */
export interface Said {
  readonly text: string;
  readonly fileIds: readonly string[];
}

export class OpenDispute extends commandOf<
  Call & Said & { disputeId: DisputeId; subject: DisputeSubject; asks: DisputeVerdict },
  Versioned<Dispute>
>() {}

/** A side disputes something; from that moment on it stays as it is. */
@CommandHandler(OpenDispute)
export class OpenDisputeHandler implements ICommandHandler<OpenDispute> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly subjects: DisputedSubjects,
    private readonly evidence: DisputeEvidence,
    private readonly disputes: DisputeStore,
  ) {}

  execute(command: OpenDispute): Promise<Versioned<Dispute>> {
    const { actor, disputeId, subject, asks, text, fileIds, now } = command;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { charge, agreementId, businessId, agencyId, assistantId } = await this.subjects.hold(
        scope,
        subject,
        disputeId,
        now,
      );
      await this.disputes.demandNoOther(scope, subject.id);
      const of = { charge, agreementId, businessId, agencyId, assistantId };
      const said = { disputeId, by: partyOf(actor), subject, asks, text, fileIds, now };
      const facts = raiseDispute({ type: 'raiseDispute', ...of, ...said });
      return this.disputes.create(scope, disputeId, facts, (_tx, dispute) =>
        this.evidence.show(actor, dispute, fileIds, now),
      );
    });
  }
}
