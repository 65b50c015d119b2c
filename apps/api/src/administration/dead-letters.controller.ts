import { Access } from '#access';
import { DeadLetterDto, DeadLetterPageDto, DeadLetterQueryDto } from '#contracts';
import {
  accepted,
  type Answer,
  decodeCursor,
  encodeCursor,
  Now,
  pageOf,
  PageQuery,
  type PageRequest,
  UuidParam,
} from '#platform/http';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { AskReplay } from './ask-replay.js';
import { type KnownDeadLetter, KnownDeadLetterStore } from './known-dead-letter.store.js';

const roles = ['marketplace.administrator'] as const;

@ApiTags('administration')
@Controller('v1/admin/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  /** Messages that a consumer of either service could not handle, oldest first. */
  @Get()
  @Access({ roles, scope: 'admin:read' })
  async list(@Query() query: DeadLetterQueryDto, @PageQuery() page: PageRequest): Promise<DeadLetterPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const letters = await this.letters.list(query, page.limit + 1, after);
    return pageOf(letters, page.limit, deadLetterDto, ({ id }) => encodeCursor({ id }));
  }

  @Get(':id')
  @Access({ roles, scope: 'admin:read' })
  async read(@UuidParam() id: string): Promise<DeadLetterDto> {
    return deadLetterDto(await this.letters.load(id));
  }

  /** Asks for the message to be handled again, together with all that waits of the same aggregate. */
  @Post(':id/replay')
  @Access({ roles, scope: 'admin:write' })
  @ApiAcceptedResponse({ type: DeadLetterDto, description: 'Whether it went well shows at Location.' })
  async replay(@UuidParam() id: string, @Now() now: string): Promise<Answer<DeadLetterDto>> {
    const letter = await this.commands.execute(new AskReplay(id, now));
    return accepted(deadLetterDto(letter), `/v1/admin/dead-letters/${id}`);
  }
}

const deadLetterDto = (letter: KnownDeadLetter): DeadLetterDto => ({
  ...letter,
  putAsideAt: letter.putAsideAt.toISOString(),
  replayedAt: letter.replayedAt?.toISOString() ?? null,
  replayAskedAt: letter.replayAskedAt?.toISOString() ?? null,
});
