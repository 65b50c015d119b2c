import { scopeOf } from '#access';
import {
  channelOfPlace,
  decideMessage,
  DomainError,
  type MessageId,
  type SendMessage as DomainCommand,
  type ThreadId,
} from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { FileNaming } from '../files/file-naming.js';
import { partyOf } from '../party-of.js';
import { ConversationTurn } from './conversation-turn.js';
import { filesOf, namedFiles } from './message-files.js';
import { MessageStore } from './message.store.js';
import { writerIn } from './talking-engagements.js';
import { ThreadStore } from './thread.store.js';
import { WorkAcceptance } from './work-acceptance.js';

/** What somebody writes. */
export type WrittenMessage = Pick<
  DomainCommand,
  'accepts' | 'asksForChange' | 'fileIds' | 'keepsPromise' | 'promise' | 'question' | 'text'
> & {
  readonly threadId: ThreadId;
  readonly repliesTo: string | null;
};

export class SendMessage extends commandOf<
  Call & { engagementId: string; messageId: MessageId; written: WrittenMessage },
  void
>() {}

/** Somebody writes in a thread; what is answered, kept or accepted with it is settled in the same step. */
@CommandHandler(SendMessage)
export class SendMessageHandler implements ICommandHandler<SendMessage> {
  constructor(
    private readonly turns: ConversationTurn,
    private readonly messages: MessageStore,
    private readonly threads: ThreadStore,
    private readonly acceptance: WorkAcceptance,
    private readonly files: FileNaming,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.not-found`, `message.…` */
  execute({ actor, engagementId, messageId, written, now }: SendMessage): Promise<void> {
    return this.turns.ofActor(actor, engagementId, async ({ tx, engagement, parties, channels, answeringOf }) => {
      const place = await this.threads.placeOf(tx, engagementId, written.threadId);
      if (place === null) throw new DomainError('thread.not-found', { at: ['threadId'] });
      const agreed = channelOfPlace(channels, place, now);
      const by = partyOf(actor);
      const { repliesTo, ...rest } = written;
      const facts = decideMessage({
        ...rest,
        type: 'sendMessage',
        by,
        writtenBy: writerIn(actor, parties),
        outside: null,
        begunAt: engagement.startedAt,
        messageId,
        parties,
        agreed,
        saidAt: now,
        repliesTo: repliesTo === null ? null : await this.messages.known(tx, engagementId, repliesTo),
        earlyReplies: [],
        answering: await answeringOf(written.question),
        now,
      });
      await this.messages.apply(tx, parties, facts);
      await this.files.name(actor, namedFiles(written.fileIds), filesOf(parties, messageId), now);
      if (written.accepts !== null)
        await this.acceptance.accept(scopeOf(actor), { by, engagementId, now }, written.accepts);
    });
  }
}
