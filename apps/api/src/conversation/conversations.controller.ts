import { Access, type Actor } from '#access';
import { ConversationDto, ConversationPageDto, MessagePageDto, OpenItemQueryDto } from '#contracts';
import { CurrentActor, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Controller, Get, type MessageEvent, Query, Sse, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { ConversationReads } from './conversation-reads.js';
import { readConversation } from './conversation-rules.js';
import { ConversationStream } from './conversation-stream.js';
import { TalkingGuard } from './talking.guard.js';

@ApiTags('conversation')
@Controller('v1')
export class ConversationsController {
  constructor(
    private readonly reads: ConversationReads,
    private readonly streams: ConversationStream,
  ) {}

  /** What there is to talk about, one engagement each: what is unread, what waits, and what is overdue. */
  @Get('conversations')
  @Access(readConversation)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest, @Now() now: string): Promise<ConversationPageDto> {
    return this.reads.page(actor, page, now);
  }

  /** Questions without an answer and promises that are not kept yet, overdue ones first. */
  @Get('open-items')
  @Access(readConversation)
  openItems(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: OpenItemQueryDto,
    @Now() now: string,
  ): Promise<MessagePageDto> {
    return this.reads.openItems(actor, query, page, now);
  }

  /** The conversation of one engagement. */
  @Get('engagements/:id/conversation')
  @Access(readConversation)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<ConversationDto> {
    return this.reads.one(actor, id, now);
  }

  /** Server-sent events: `conversation-changed` whenever something in it is new, and pings in between. */
  @Sse('engagements/:id/conversation/stream')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @UseGuards(TalkingGuard)
  @Access(readConversation)
  stream(@CurrentActor() actor: Actor, @UuidParam() id: string): Observable<MessageEvent> {
    return this.streams.open(actor, id);
  }
}
