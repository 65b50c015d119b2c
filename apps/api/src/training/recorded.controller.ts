import { Access } from '#access';
import { CatalogueQueryDto, RecordedListDto } from '#contracts';
import type { CatalogueLanguage } from '#domain';
import { recorded } from '#knowledge/lessons';
import { type Answer, tagged } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localisedResponses } from '../localised-responses.js';

@ApiTags('training')
@Controller('v1/recorded-of-work')
export class RecordedController {
  private readonly lists = localisedResponses(recordedIn);

  /** All that is recorded of the work of assistants, why, and who sees it; nothing else is. */
  @Get()
  @Access({ public: true })
  @ApiOkResponse({ headers: tagged, type: RecordedListDto })
  list(@Query() { language = 'en' }: CatalogueQueryDto): Answer<RecordedListDto> {
    return this.lists[language];
  }
}

const recordedIn = (language: CatalogueLanguage): RecordedListDto => ({
  items: recorded.map(({ code, what, why, whoSees }) => ({
    code,
    what: what[language],
    why: why[language],
    whoSees: whoSees[language],
  })),
});
