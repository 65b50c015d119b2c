import { scopeOf } from '#access';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementEnding } from './engagement-ending.js';

export class GiveNotice extends commandOf<Change & { reason: string; lastDayOn: string | null }, void>() {}

/** Either side says that the engagement ends, and after which day; all goes on as agreed until then. */
@CommandHandler(GiveNotice)
export class GiveNoticeHandler implements ICommandHandler<GiveNotice> {
  constructor(private readonly ending: EngagementEnding) {}

  execute({ actor, id: engagementId, expectedVersion, reason, lastDayOn, now }: GiveNotice): Promise<void> {
    return this.ending.end(scopeOf(actor), engagementId, expectedVersion, (terms) => ({
      type: 'giveNotice',
      by: partyOf(actor),
      reason,
      lastDayOn,
      terms,
      now,
    }));
  }
}
