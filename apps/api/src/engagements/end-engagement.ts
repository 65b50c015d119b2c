import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Actor, scopeOf } from '#access';
import { partyOf } from '../party-of.js';
import { EngagementEnding } from './engagement-ending.js';

export class EndEngagement extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly engagementId: string,
    readonly expectedVersion: number | null,
    readonly reason: string,
    readonly now: string,
  ) {
    super();
  }
}

/** Either side ends the engagement before its term is over. */
@CommandHandler(EndEngagement)
export class EndEngagementHandler implements ICommandHandler<EndEngagement> {
  constructor(private readonly ending: EngagementEnding) {}

  execute({ actor, engagementId, expectedVersion, reason, now }: EndEngagement): Promise<void> {
    const ending = { type: 'endEngagement', by: partyOf(actor), reason, now } as const;
    return this.ending.end(scopeOf(actor), engagementId, expectedVersion, ending);
  }
}
