import { Access } from '#access';
import { CatalogueQueryDto, DutiesDto, DutiesQueryDto, type DutyDto, SkillsDto } from '#contracts';
import type { CatalogueLanguage, OfferedDuty } from '#domain';
import { catalogueSkills } from '#knowledge/catalogue';
import { type Answer, Keyset, tagged } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { hashedResponse, localisedResponses } from '../localised-responses.js';
import { DutyCatalogue } from './duty-catalogue.js';

const ifNoneMatch = {
  name: 'If-None-Match',
  required: false,
  description: 'The ETag of the answer that the client has; 304 while it is still right.',
};

/** All of the own ones and many an imported catalogue fit in. */
const dutiesPerPage = 1_000;
/** Pages that are worded and hashed once, until the catalogue changes. */
const maxKeptPages = 50;

@ApiTags('catalogue')
@Controller('v1/catalogue')
export class CatalogueController {
  private readonly pages = new Map<string, Answer<DutiesDto>>();
  private pagesOf: readonly OfferedDuty[] = [];
  private readonly skills = localisedResponses(skillsIn);

  constructor(private readonly catalogue: DutyCatalogue) {}

  /**
   * Every duty that assistants offer, those of imported catalogues after the own ones: what is counted, when it is done,
   * and how long a unit takes as a rule of thumb. What isn't worded in the language is in one that there is.
   */
  @Get('duties')
  @Access({ public: true })
  @ApiHeader(ifNoneMatch)
  @ApiOkResponse({ headers: tagged, type: DutiesDto })
  listDuties(@Query() { language = 'en', after }: DutiesQueryDto): Answer<DutiesDto> {
    const { active } = this.catalogue;
    if (active !== this.pagesOf || this.pages.size > maxKeptPages) this.pages.clear();
    this.pagesOf = active;
    const key = `${language} ${after ?? ''}`;
    const page = this.pages.get(key) ?? hashedResponse(pageOfDuties(active, language, after));
    this.pages.set(key, page);
    return page;
  }

  /** Every skill that listings and needs may name, and the duties in which it is mostly used. */
  @Get('skills')
  @Access({ public: true })
  @ApiHeader(ifNoneMatch)
  @ApiOkResponse({ headers: tagged, type: SkillsDto })
  listSkills(@Query() { language = 'en' }: CatalogueQueryDto): Answer<SkillsDto> {
    return this.skills[language];
  }
}

const byCode = new Keyset<{ code: string }>({ code: 'string' });

function pageOfDuties(duties: readonly OfferedDuty[], language: CatalogueLanguage, after?: string): DutiesDto {
  const code = byCode.after({ after: after ?? null })?.code ?? null;
  // A page ends with an imported one, of which the codes are in order; it may be retired meanwhile.
  const from = code === null ? 0 : duties.findIndex((duty) => duty.source !== null && duty.code > code);
  const rest = from < 0 ? [] : duties.slice(from, from + dutiesPerPage + 1);
  return byCode.cut(rest, dutiesPerPage, (duty) => dutyDto(duty, language));
}

const dutyDto = (duty: OfferedDuty, language: CatalogueLanguage): DutyDto => ({
  code: duty.code,
  group: duty.group,
  source: duty.source,
  label: duty.label[language],
  unit: duty.unit[language],
  doneCriterion: duty.doneCriterion[language],
  indicativeMinutes: duty.indicativeMinutes,
  mode: duty.mode,
});

const skillsIn = (language: CatalogueLanguage): SkillsDto => ({
  items: catalogueSkills.map(({ code, label, dutyCodes }) => ({
    code,
    label: label[language],
    dutyCodes: [...dutyCodes],
  })),
});
