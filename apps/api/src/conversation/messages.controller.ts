import { Access, type Actor } from '#access';
import { MessageDto, MessagePageDto, MessageQueryDto, SendMessageDto, SettleMessageDto } from '#contracts';
import type { MessageId } from '#domain';
import { Creation, CurrentCall, CurrentNestedChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, NestedChange } from '../call.js';
import { ConversationReads } from './conversation-reads.js';
import { readConversation, talk } from './conversation-rules.js';
import { writtenMessage } from './conversation.dto-mapping.js';
import { SendMessage } from './send-message.js';
import { SettleMessage } from './settle-message.js';

@ApiTags('conversation')
@Controller('v1/engagements/:id/messages')
export class MessagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: ConversationReads,
  ) {}

  /** All threads together, or one; searched by words, the latest first unless asked otherwise. */
  @Get()
  @Access(readConversation)
  list(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @PageQuery() page: PageRequest,
    @Query() query: MessageQueryDto,
    @Now() now: string,
  ): Promise<MessagePageDto> {
    return this.reads.messages(actor, engagementId, query, page, now);
  }

  /** Writes in a thread; an answer settles the question that it replies to. */
  @Creation(talk, MessageDto, { bodyKiB: 128 })
  async send(
    @CurrentCall() call: Call,
    @UuidParam() engagementId: string,
    @Body() body: SendMessageDto,
  ): Promise<Answer<MessageDto>> {
    const messageId = uuidv7() as MessageId;
    await this.commands.execute(new SendMessage({ ...call, engagementId, messageId, written: writtenMessage(body) }));
    const message = await this.reads.message(call.actor, engagementId, messageId, call.now);
    return versioned(message, message.version, { location: `/v1/engagements/${engagementId}/messages/${messageId}` });
  }

  /** One message. */
  @Reading(':messageId', readConversation, MessageDto)
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('messageId') messageId: string,
    @Now() now: string,
  ): Promise<Answer<MessageDto>> {
    const message = await this.reads.message(actor, engagementId, messageId, now);
    return versioned(message, message.version);
  }

  /** Whoever waits says that nothing is open any more: answered or kept elsewhere, or not needed. */
  @Step(':messageId/settlement', talk, MessageDto)
  async settle(
    @CurrentNestedChange({ parameter: 'messageId', required: false }) change: NestedChange,
    @Body() { as }: SettleMessageDto,
  ): Promise<Answer<MessageDto>> {
    await this.commands.execute(new SettleMessage({ ...change, as }));
    const message = await this.reads.message(change.actor, change.parentId, change.id, change.now);
    return versioned(message, message.version);
  }
}
