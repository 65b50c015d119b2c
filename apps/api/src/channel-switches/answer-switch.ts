import { scopeOf } from '#access';
import { type ChannelSwitch, decideAboutSwitch, demand } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { MessageStore } from '../conversation/message.store.js';
import { TalkingEngagements, talkingParties } from '../conversation/talking-engagements.js';
import { partyOf } from '../party-of.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { ChannelSwitchStore } from './channel-switch.store.js';

export class AnswerSwitch extends commandOf<
  NestedChange & { answer: 'agreeToSwitch' | 'declineSwitch' | 'withdrawSwitch' },
  Versioned<ChannelSwitch>
>() {}

/** The other side agrees or declines, or whoever proposed takes it back; what is agreed is so in the same transaction. */
@CommandHandler(AnswerSwitch)
export class AnswerSwitchHandler implements ICommandHandler<AnswerSwitch> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly agreements: AgreementStore,
    private readonly channels: AgreedChannels,
    private readonly messages: MessageStore,
    private readonly switches: ChannelSwitchStore,
  ) {}

  /** @throws DomainError `engagement.not-found`, `channel-switch.…`, `precondition.stale` */
  execute({
    actor,
    parentId: engagementId,
    id,
    expectedVersion,
    answer,
    now,
  }: AnswerSwitch): Promise<Versioned<ChannelSwitch>> {
    const scope = scopeOf(actor);
    const by = partyOf(actor);
    return this.database.transaction(scope, async (tx) => {
      const engagement = await this.talking.byActor(actor, engagementId);
      // Agreement first, as whoever changes its terms or its channels does: neither happens meanwhile.
      await this.agreements.loadLocked(scope, engagementId);
      const channels = await this.channels.of(scope, engagementId);
      return this.switches.update(
        scope,
        id,
        expectedVersion,
        (known) => {
          demand(known.engagementId === engagementId, 'channel-switch.not-found');
          return decideAboutSwitch(
            answer === 'agreeToSwitch' ? { type: answer, by, channels, now } : { type: answer, by, now },
            known,
          );
        },
        async (_tx, known) => {
          if (known.status === 'agreed') await this.channels.replace(scope, engagement, known);
          await this.messages.lock(tx, talkingParties(engagement));
        },
      );
    });
  }
}
