import { CatalogueQueryDto, DutiesDto, SkillsDto } from '#contracts';
import { catalogueDuties, type CatalogueLanguage, catalogueSkills } from '#domain';
import type { Answer } from '#platform/http';
import { Access } from '#platform/security';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { inEveryLanguage } from '../worded-answers.js';

const ifNoneMatch = {
  name: 'If-None-Match',
  required: false,
  description: 'The ETag of the answer that the client has; 304 while it is still right.',
};

@ApiTags('catalogue')
@Controller('v1/catalogue')
export class CatalogueController {
  private readonly duties = inEveryLanguage(dutiesIn);
  private readonly skills = inEveryLanguage(skillsIn);

  /** Every duty that assistants offer: what is counted, when it is done, and how long a unit takes as a rule of thumb. */
  @Get('duties')
  @Access({ public: true })
  @ApiHeader(ifNoneMatch)
  @ApiOkResponse({ type: DutiesDto })
  @ApiNotModifiedResponse({ description: 'The client has it already.' })
  listDuties(@Query() { language = 'en' }: CatalogueQueryDto): Answer<DutiesDto> {
    return this.duties[language];
  }

  /** Every skill that listings and needs may name, and the duties in which it is mostly used. */
  @Get('skills')
  @Access({ public: true })
  @ApiHeader(ifNoneMatch)
  @ApiOkResponse({ type: SkillsDto })
  @ApiNotModifiedResponse({ description: 'The client has it already.' })
  listSkills(@Query() { language = 'en' }: CatalogueQueryDto): Answer<SkillsDto> {
    return this.skills[language];
  }
}

const dutiesIn = (language: CatalogueLanguage): DutiesDto => ({
  items: catalogueDuties.map(({ code, group, label, unit, doneCriterion, indicativeMinutes, mode }) => ({
    code,
    group,
    label: label[language],
    unit: unit[language],
    doneCriterion: doneCriterion[language],
    indicativeMinutes,
    mode,
  })),
});

const skillsIn = (language: CatalogueLanguage): SkillsDto => ({
  items: catalogueSkills.map(({ code, label, dutyCodes }) => ({
    code,
    label: label[language],
    dutyCodes: [...dutyCodes],
  })),
});
