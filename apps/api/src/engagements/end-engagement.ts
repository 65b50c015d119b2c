import { scopeOf } from '#access';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementEnding } from './engagement-ending.js';

export class EndEngagement extends commandOf<Change & { reason: string }, void>() {}

/** Either side ends the engagement before its term is over, where the two didn't agree on a notice. */
@CommandHandler(EndEngagement)
export class EndEngagementHandler implements ICommandHandler<EndEngagement> {
  constructor(private readonly ending: EngagementEnding) {}

  execute({ actor, id: engagementId, expectedVersion, reason, now }: EndEngagement): Promise<void> {
    return this.ending.end(scopeOf(actor), engagementId, expectedVersion, ({ noticeDays }) => ({
      type: 'endEngagement',
      by: partyOf(actor),
      reason,
      noticeDays,
      now,
    }));
  }
}
