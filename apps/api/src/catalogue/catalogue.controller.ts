import { CatalogueQueryDto, DutiesDto, SkillsDto } from '#contracts';
import { catalogueDuties, type CatalogueLanguage, catalogueLanguages, catalogueSkills } from '#domain';
import { Answer } from '#platform/http';
import { Access } from '#platform/security';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiHeader, ApiNotModifiedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { createHash } from 'node:crypto';

const ifNoneMatch = {
  name: 'If-None-Match',
  required: false,
  description: 'The ETag of the answer that the client has; 304 while it is still right.',
};

@ApiTags('catalogue')
@Controller('v1/catalogue')
export class CatalogueController {
  // The catalogue is part of the program: it can be worded and hashed once, and never changes while it runs.
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

function inEveryLanguage<Body>(
  wordedIn: (language: CatalogueLanguage) => Body,
): Readonly<Record<CatalogueLanguage, Answer<Body>>> {
  const answers = catalogueLanguages.map((language) => {
    const body = wordedIn(language);
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
    return [language, new Answer(body, { etag: `"${hash}"` })] as const;
  });
  return Object.fromEntries(answers) as Record<CatalogueLanguage, Answer<Body>>;
}
