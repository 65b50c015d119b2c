import { scopeOf } from '#access';
import { decideDispute, type Dispute } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DisputeSettling } from './dispute-settling.js';
import { DisputedSubjects } from './disputed-subjects.js';
import { DisputeStore } from './dispute.store.js';

/** A side ends it: whoever opened it takes it back, or the other one gives in. */
export class EndDispute extends commandOf<Change & { how: 'withdraw' | 'concede' }, Versioned<Dispute>>() {}

@CommandHandler(EndDispute)
export class EndDisputeHandler implements ICommandHandler<EndDispute> {
  constructor(
    private readonly disputes: DisputeStore,
    private readonly subjects: DisputedSubjects,
    private readonly settling: DisputeSettling,
  ) {}

  execute({ actor, id, expectedVersion, how, now }: EndDispute): Promise<Versioned<Dispute>> {
    const scope = scopeOf(actor);
    const by = partyOf(actor);
    if (how === 'concede') {
      const concede = { type: 'concedeDispute', by, now } as const;
      return this.settling.settle(scope, id, expectedVersion, ({ asks }) => ({ verdict: asks, command: concede }));
    }
    return this.disputes.update(
      scope,
      id,
      expectedVersion,
      (dispute) => decideDispute({ type: 'withdrawDispute', by, now }, dispute),
      (_tx, dispute) => this.subjects.release(scope, dispute, now),
    );
  }
}
