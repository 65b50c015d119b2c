import { marketplace, scopeOf } from '#access';
import {
  type AnsweringTime,
  channelOfPlace,
  type ChannelPlace,
  decideMessage,
  DomainError,
  type MessageId,
  type SendMessage as DomainCommand,
  type TalkingParties,
  type ThreadId,
  versionInForce,
} from '#domain';
import type { Database, Transaction } from '#platform/database';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { apiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { AgreedChannels } from '../work-records/agreed-channels.js';
import { MessageStore } from './message.store.js';
import { isAssistantOf, TalkingEngagements } from './talking-engagements.js';

/** What somebody writes. */
export type WrittenMessage = Pick<DomainCommand, 'text' | 'question' | 'promise' | 'keepsPromise'> & {
  readonly threadId: ThreadId;
  readonly repliesTo: string | null;
};

export class SendMessage extends commandOf<
  Call & { engagementId: string; messageId: MessageId; written: WrittenMessage },
  void
>() {}

/** Somebody writes in a thread; what is answered or kept with it is settled in the same step. */
@CommandHandler(SendMessage)
export class SendMessageHandler implements ICommandHandler<SendMessage> {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly talking: TalkingEngagements,
    private readonly channels: AgreedChannels,
    private readonly agreements: AgreementStore,
    private readonly assistants: AssistantStore,
    private readonly messages: MessageStore,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.not-found`, `message.…` */
  execute({ actor, engagementId, messageId, written, now }: SendMessage): Promise<void> {
    const { threadId, repliesTo, question } = written;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async (tx) => {
      const parties = await this.talking.of(actor, engagementId);
      await this.messages.lock(tx, parties);
      const place = await placeOf(tx, engagementId, threadId);
      const channels = await this.channels.of(scope, engagementId);
      const facts = decideMessage({
        ...written,
        type: 'sendMessage',
        by: partyOf(actor),
        asAssistant: isAssistantOf(actor, parties),
        messageId,
        parties,
        channel: channelOfPlace(channels, place, now),
        repliesTo: repliesTo === null ? null : await this.messages.known(tx, engagementId, repliesTo),
        answering: question === null ? noMatter : await this.answeringTime(parties),
        now,
      });
      await this.messages.apply(tx, parties, facts);
    });
  }

  /** The agreement's target, and the hours that the assistant has at present. */
  private async answeringTime({ engagementId, assistantId }: TalkingParties): Promise<AnsweringTime> {
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    const targetMinutes = versionInForce(agreement)?.terms.responseTargetMinutes;
    if (targetMinutes === undefined) throw new Error(`the engagement ${engagementId} has no terms in force`);
    return { targetMinutes, calendar: assistant };
  }
}

/** Nobody is asked. */
const noMatter: AnsweringTime = { targetMinutes: 0, calendar: null };

async function placeOf(tx: Transaction, engagementId: string, threadId: string): Promise<ChannelPlace> {
  const [thread] = await tx.query<{ place: ChannelPlace }>(
    'SELECT place FROM api.thread WHERE id = $1 AND engagement_id = $2',
    [threadId, engagementId],
  );
  if (thread === undefined) throw new DomainError('thread.not-found', { at: ['threadId'] });
  return thread.place;
}
