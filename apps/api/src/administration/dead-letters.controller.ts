import { Access, type Actor } from '#access';
import { DeadLetterDto, DeadLetterPageDto, DeadLetterQueryDto, DiscardDeadLetterDto } from '#contracts';
import { accepted, type Answer, byId, CurrentActor, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { AskDiscard } from './ask-discard.js';
import { AskReplay } from './ask-replay.js';
import { actAsAdministrator, readAsAdministrator } from '../admin-rules.js';
import { type KnownDeadLetter, KnownDeadLetterStore } from './known-dead-letter.store.js';

@ApiTags('administration')
@Controller('v1/admin/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  /** Messages that a consumer of either service could not handle, oldest first. */
  @Get()
  @Access(readAsAdministrator)
  list(@Query() query: DeadLetterQueryDto, @PageQuery() page: PageRequest): Promise<DeadLetterPageDto> {
    return byId.page(page, (after, limit) => this.letters.list(query, limit, after?.id ?? null), deadLetterDto);
  }

  /** One dead letter, with its cause. */
  @Get(':id')
  @Access(readAsAdministrator)
  async read(@UuidParam() id: string): Promise<DeadLetterDto> {
    return deadLetterDto(await this.letters.load(id));
  }

  /** Asks for the message to be handled again, together with all that waits of the same aggregate. */
  @Post(':id/replay')
  @Access(actAsAdministrator)
  @ApiAcceptedResponse({ type: DeadLetterDto, description: 'Whether it went well shows at Location.' })
  async replay(@UuidParam() id: string, @Now() now: string): Promise<Answer<DeadLetterDto>> {
    const letter = await this.commands.execute(new AskReplay({ letterId: id, now }));
    return accepted(deadLetterDto(letter), `/v1/admin/dead-letters/${id}`);
  }

  /** Asks for a message that will never be good to be given up, so that what waits behind it goes on. */
  @Post(':id/discard')
  @Access(actAsAdministrator)
  @ApiAcceptedResponse({ type: DeadLetterDto, description: 'Whether it was given up shows at Location.' })
  async discard(
    @CurrentActor() { userId }: Actor,
    @UuidParam() id: string,
    @Body() { reason }: DiscardDeadLetterDto,
    @Now() now: string,
  ): Promise<Answer<DeadLetterDto>> {
    const letter = await this.commands.execute(new AskDiscard({ letterId: id, userId, reason, now }));
    return accepted(deadLetterDto(letter), `/v1/admin/dead-letters/${id}`);
  }
}

const deadLetterDto = (letter: KnownDeadLetter): DeadLetterDto => ({
  ...letter,
  putAsideAt: letter.putAsideAt.toISOString(),
  replayedAt: letter.replayedAt?.toISOString() ?? null,
  replayAskedAt: letter.replayAskedAt?.toISOString() ?? null,
  discardedAt: letter.discardedAt?.toISOString() ?? null,
});
