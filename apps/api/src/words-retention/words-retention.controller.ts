import { Access, type Actor, readersOfBothSides, scopeOf } from '#access';
import { WordsRetentionDto } from '#contracts';
import { Answer, CurrentActor, UuidParam } from '#platform/http';
import { Controller, Get } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EngagementStore } from '../work-records/engagement.store.js';
import { WordsRetentionStore } from './words-retention.store.js';

@ApiTags('engagements')
@Controller('v1/engagements/:id/words-retention')
export class WordsRetentionController {
  constructor(
    private readonly engagements: EngagementStore,
    private readonly retention: WordsRetentionStore,
  ) {}

  /** Until when what was written in an engagement is kept, and by which law; nothing while it goes on, and some hours after its end. */
  @Get()
  @Access({ roles: readersOfBothSides, scope: 'engagements:read' })
  @ApiOkResponse({ type: WordsRetentionDto })
  @ApiNoContentResponse({ description: 'The engagement goes on.' })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<WordsRetentionDto | undefined>> {
    const scope = scopeOf(actor);
    await this.engagements.load(scope, id);
    const kept = await this.retention.find(scope, id);
    return kept === null ? new Answer(undefined, {}, 204) : new Answer(kept, {});
  }
}
