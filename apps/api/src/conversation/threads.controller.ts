import { Access, type Actor } from '#access';
import { OpenThreadDto, ReadThreadDto, ThreadDto, ThreadPageDto } from '#contracts';
import type { ThreadId } from '#domain';
import { Creation, CurrentCall } from '#platform/endpoints';
import { Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '../call.js';
import { ConversationReads } from './conversation-reads.js';
import { readConversation, talk } from './conversation-rules.js';
import { MarkThreadRead } from './mark-thread-read.js';
import { OpenThread } from './open-thread.js';

@ApiTags('conversation')
@Controller('v1/engagements/:id/threads')
export class ThreadsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: ConversationReads,
  ) {}

  /** What the two sides talk about, oldest first. */
  @Get()
  @Access(readConversation)
  list(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @PageQuery() page: PageRequest,
    @Now() now: string,
  ): Promise<ThreadPageDto> {
    return this.reads.threads(actor, engagementId, page, now);
  }

  /** Begins to talk about something, in a channel that is agreed. */
  @Creation(talk, ThreadDto)
  async open(
    @CurrentCall() call: Call,
    @UuidParam() engagementId: string,
    @Body() { subject, channel }: OpenThreadDto,
  ): Promise<Answer<ThreadDto>> {
    const threadId = uuidv7() as ThreadId;
    await this.commands.execute(new OpenThread({ ...call, engagementId, threadId, subject, channel }));
    const thread = await this.reads.thread(call.actor, engagementId, threadId, call.now);
    return new Answer(thread, { location: `/v1/engagements/${engagementId}/threads/${threadId}` }, 201);
  }

  /** One thread. */
  @Get(':threadId')
  @Access(readConversation)
  read(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('threadId') threadId: string,
    @Now() now: string,
  ): Promise<ThreadDto> {
    return this.reads.thread(actor, engagementId, threadId, now);
  }

  /** Whoever asks has read the thread up to a message; doing it again changes nothing. */
  @Post(':threadId/read')
  @HttpCode(200)
  @Access(talk)
  async markRead(
    @CurrentCall() call: Call,
    @UuidParam() engagementId: string,
    @UuidParam('threadId') threadId: string,
    @Body() { upTo }: ReadThreadDto,
  ): Promise<ThreadDto> {
    await this.commands.execute(new MarkThreadRead({ ...call, engagementId, threadId, upTo }));
    return this.reads.thread(call.actor, engagementId, threadId, call.now);
  }
}
