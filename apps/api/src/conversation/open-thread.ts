import { type Actor, scopeOf } from '#access';
import { agreedAs, type Channel, DomainError, isAgreedAt, type ThreadId } from '#domain';
import type { Database } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { MessageStore } from './message.store.js';
import { isAssistantOf, TalkingEngagements } from './talking-engagements.js';

export class OpenThread extends commandOf<
  Call & { engagementId: string; threadId: ThreadId; subject: string; channel: Channel },
  void
>() {}

/** Either side begins to talk about something, in a channel that is agreed. */
@CommandHandler(OpenThread)
export class OpenThreadHandler implements ICommandHandler<OpenThread> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly talking: TalkingEngagements,
    private readonly channels: AgreedChannels,
    private readonly messages: MessageStore,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.channel-not-agreed` */
  execute({ actor, engagementId, threadId, subject, channel, now }: OpenThread): Promise<void> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async (tx) => {
      const parties = await this.talking.of(actor, engagementId);
      await this.messages.lock(tx, parties);
      const channels = await this.channels.of(scope, engagementId);
      const agreed = agreedAs(channels, channel, now);
      if (agreed === undefined) {
        const inForce = channels.filter((each) => isAgreedAt(each, now)).map((each) => each.channel);
        throw new DomainError('thread.channel-not-agreed', { at: ['channel'], agreed: inForce });
      }
      const { businessId, agencyId, assistantId } = parties;
      await tx.execute(
        `INSERT INTO api.thread (id, engagement_id, business_id, agency_id, assistant_id, opened_in, channel, place, subject,
                                 opened_by, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          threadId,
          engagementId,
          businessId,
          agencyId,
          assistantId,
          agreed.channelId,
          agreed.channel,
          agreed.place,
          subject,
          openedBy(actor, parties),
          now,
        ],
      );
    });
  }
}

const openedBy = (actor: Actor, parties: Parameters<typeof isAssistantOf>[1]): string =>
  isAssistantOf(actor, parties) ? 'assistant' : actor.organisationKind === 'business' ? 'business' : 'agency';
