import { Access } from '#access';
import { CatalogueQueryDto, ChecklistsDto } from '#contracts';
import { type CatalogueLanguage, jurisdictions } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { type Answer, tagged } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localisedResponses } from '../localised-responses.js';

@ApiTags('clearances')
@Controller('v1/clearance-checklists')
export class ClearanceChecklistsController {
  private readonly checklists = localisedResponses(checklistsIn);

  /** What is asked about a workplace at home, by jurisdiction, with the rule that each item comes from. */
  @Get()
  @Access({ public: true })
  @ApiOkResponse({ headers: tagged, type: ChecklistsDto })
  list(@Query() { language = 'en' }: CatalogueQueryDto): Answer<ChecklistsDto> {
    return this.checklists[language];
  }
}

const checklistsIn = (language: CatalogueLanguage): ChecklistsDto => ({
  items: jurisdictions.map((jurisdiction) => {
    const { version, title, legalBasis, items } = clearanceTemplates[jurisdiction];
    return {
      jurisdiction,
      version,
      title: title[language],
      legalBasis: [...legalBasis],
      items: items.map(({ question, ...item }) => ({ ...item, question: question[language] })),
    };
  }),
});
