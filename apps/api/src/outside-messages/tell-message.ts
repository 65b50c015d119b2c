import {
  agreedAs,
  type AgreedChannel,
  channelOfPlace,
  decideMessage,
  DomainError,
  isAgreedAt,
  type KnownMessage,
  type MessageId,
  type OutsideOrigin,
  type Party,
  type SendMessage,
  type ThreadId,
  threadSubject,
  type Writer,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { commandOf } from '../command-of.js';
import { ConversationTurn, type HeldConversation } from '../conversation/conversation-turn.js';
import { MessageStore } from '../conversation/message.store.js';
import { ThreadStore } from '../conversation/thread.store.js';
import { WorkAcceptance } from '../conversation/work-acceptance.js';

/** What was said elsewhere. */
export type ToldMessage = Pick<
  SendMessage,
  'accepts' | 'asksForChange' | 'fileIds' | 'keepsPromise' | 'promise' | 'question' | 'saidAt' | 'text'
> &
  Omit<OutsideOrigin, 'answersExternalId'> & {
    readonly writtenBy: Writer;
    readonly subject: string | null;
    readonly threadId: ThreadId | null;
    /** Ids of what it replies to, here or in its channel, the nearest first. */
    readonly repliesTo: readonly string[];
  };

/** Who tells of it, and in whose scope it is written. */
export interface Teller {
  readonly by: Party;
  readonly scope: Scope;
}

export class TellMessage extends commandOf<
  Teller & { engagementId: string; told: ToldMessage; now: string },
  { readonly messageId: string; readonly isNew: boolean }
>() {}

/** A message comes in from outside, once however often it is told of. */
@CommandHandler(TellMessage)
export class TellMessageHandler implements ICommandHandler<TellMessage> {
  constructor(
    private readonly turns: ConversationTurn,
    private readonly messages: MessageStore,
    private readonly threads: ThreadStore,
    private readonly acceptance: WorkAcceptance,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.not-found`, `message.…`, `duty-run.…` */
  execute({ by, scope, engagementId, told, now }: TellMessage): Promise<{ messageId: string; isNew: boolean }> {
    return this.turns.seenIn(scope, engagementId, async (conversation) => {
      const known = await this.messages.toldBefore(conversation.tx, engagementId, told);
      if (known === null) return { messageId: await this.take(conversation, { by, scope }, told, now), isNew: true };
      // A mail is passed on with other words around it; what a program sends is the same each time.
      if (told.origin !== 'email' && (known.text !== told.text || known.writtenBy !== told.writtenBy)) {
        throw new DomainError('message.external-id-taken', { at: ['externalId'], messageId: known.messageId });
      }
      return { messageId: known.messageId, isNew: false };
    });
  }

  private async take(
    { tx, engagement, parties, channels, answeringOf }: HeldConversation,
    { by, scope }: Teller,
    told: ToldMessage,
    now: string,
  ): Promise<MessageId> {
    const { engagementId } = parties;
    const { threadId: named, subject, repliesTo: references, accepts, ...said } = told;
    const { channel, origin, externalId, automatic } = said;
    const repliesTo = await this.repliedTo(tx, engagementId, references);
    const about = threadSubject(subject, said.text);
    const known = named ?? repliesTo?.threadId ?? (await this.threads.about(tx, engagementId, about));
    const place = known === null ? null : await this.threads.placeOf(tx, engagementId, known);
    if (known !== null && place === null) throw new DomainError('thread.not-found', { at: ['threadId'] });
    const [messageId, threadId] = [uuidv7() as MessageId, known ?? (uuidv7() as ThreadId)];
    const facts = decideMessage({
      ...said,
      type: 'sendMessage',
      by,
      outside: {
        channel,
        origin,
        externalId,
        automatic,
        answersExternalId: repliesTo === null ? (references[0] ?? null) : null,
      },
      begunAt: engagement.startedAt,
      messageId,
      threadId,
      parties,
      agreed: agreedAs(channels, channel, said.saidAt),
      repliesTo,
      earlyReplies: await this.messages.earlyReplies(tx, engagementId, externalId),
      accepts,
      answering: await answeringOf(said.question),
      now,
    });
    if (known === null) {
      const agreed = channelFor(channels, channel, now);
      const { writtenBy: openedBy, saidAt: openedAt } = said;
      await this.threads.open(tx, parties, { threadId, subject: about, agreed, openedBy, openedAt });
    }
    await this.messages.apply(tx, parties, facts);
    await this.messages.linkEarlyReplies(tx, engagementId, { messageId, externalId });
    if (accepts !== null) await this.acceptance.accept(scope, { by, engagementId, now }, accepts);
    return messageId;
  }

  /** Null where nothing of it has come in. */
  private async repliedTo(
    tx: Transaction,
    engagementId: string,
    references: readonly string[],
  ): Promise<KnownMessage | null> {
    for (const reference of references) {
      const found = await this.messages.called(tx, engagementId, reference);
      if (found !== null) return found;
    }
    return null;
  }
}

/** Where a thread goes on that began elsewhere: in its own channel where that is agreed now, or else in the first that is. */
function channelFor(channels: readonly AgreedChannel[], channel: AgreedChannel['channel'], now: string): AgreedChannel {
  const found =
    agreedAs(channels, channel, now) ??
    channelOfPlace(channels, 1, now) ??
    channels.find((agreed) => isAgreedAt(agreed, now));
  if (found === undefined) throw new DomainError('thread.channel-not-agreed', { at: ['channel'] });
  return found;
}
