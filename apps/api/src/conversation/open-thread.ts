import { scopeOf } from '#access';
import { agreedAs, type Channel, DomainError, isAgreedAt, type ThreadId } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { MessageStore } from './message.store.js';
import { TalkingEngagements, writerIn } from './talking-engagements.js';
import { ThreadStore } from './thread.store.js';

export class OpenThread extends commandOf<
  Call & { engagementId: string; threadId: ThreadId; subject: string; channel: Channel },
  void
>() {}

/** Either side begins to talk about something, in a channel that is agreed. */
@CommandHandler(OpenThread)
export class OpenThreadHandler implements ICommandHandler<OpenThread> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly channels: AgreedChannels,
    private readonly messages: MessageStore,
    private readonly threads: ThreadStore,
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
      const openedBy = writerIn(actor, parties);
      await this.threads.open(tx, parties, { threadId, subject, agreed, openedBy, openedAt: now });
    });
  }
}
