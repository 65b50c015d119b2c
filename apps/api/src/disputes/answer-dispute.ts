import { scopeOf } from '#access';
import { decideDispute, type Dispute } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DisputeEvidence } from './dispute-evidence.js';
import { DisputeStore } from './dispute.store.js';
import type { Said } from './open-dispute.js';

export class AnswerDispute extends commandOf<Change & Said, Versioned<Dispute>>() {}

/** The side whose clock runs says how it sees it. */
@CommandHandler(AnswerDispute)
export class AnswerDisputeHandler implements ICommandHandler<AnswerDispute> {
  constructor(
    private readonly disputes: DisputeStore,
    private readonly evidence: DisputeEvidence,
  ) {}

  execute({ actor, id, expectedVersion, text, fileIds, now }: AnswerDispute): Promise<Versioned<Dispute>> {
    const by = partyOf(actor);
    return this.disputes.update(
      scopeOf(actor),
      id,
      expectedVersion,
      (dispute) => decideDispute({ type: 'answerDispute', by, text, fileIds, now }, dispute),
      (_tx, dispute) => this.evidence.show(actor, dispute, fileIds, now),
    );
  }
}
