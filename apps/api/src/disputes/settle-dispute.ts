import { marketplace } from '#access';
import type { Dispute, DisputeVerdict } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { DisputeSettling } from './dispute-settling.js';

export class SettleDispute extends commandOf<
  Change & { verdict: DisputeVerdict; reason: string },
  Versioned<Dispute>
>() {}

/** An administrator decides, once both sides have had their turns. */
@CommandHandler(SettleDispute)
export class SettleDisputeHandler implements ICommandHandler<SettleDispute> {
  constructor(private readonly settling: DisputeSettling) {}

  execute({ id, expectedVersion, verdict, reason, now }: SettleDispute): Promise<Versioned<Dispute>> {
    return this.settling.settle(marketplace, id, expectedVersion, () => ({
      verdict,
      command: { type: 'settleDispute', verdict, reason, now },
    }));
  }
}
