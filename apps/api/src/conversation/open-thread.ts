import { agreedAs, type Channel, DomainError, isAgreedAt, type ThreadId } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ConversationTurn } from './conversation-turn.js';
import { writerIn } from './talking-engagements.js';
import { ThreadStore } from './thread.store.js';

export class OpenThread extends commandOf<
  Call & { engagementId: string; threadId: ThreadId; subject: string; channel: Channel },
  void
>() {}

/** Either side begins to talk about something, in a channel that is agreed. */
@CommandHandler(OpenThread)
export class OpenThreadHandler implements ICommandHandler<OpenThread> {
  constructor(
    private readonly turns: ConversationTurn,
    private readonly threads: ThreadStore,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.channel-not-agreed` */
  execute({ actor, engagementId, threadId, subject, channel, now }: OpenThread): Promise<void> {
    return this.turns.ofActor(actor, engagementId, async ({ tx, parties, channels }) => {
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
