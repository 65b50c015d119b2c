import { Access } from '#access';
import { PublishedAgencyPageDto, PublishedAssistantsQueryDto } from '#contracts';
import { PageQuery, type PageRequest } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchPublished } from './search-published.js';

@ApiTags('agencies')
@Controller('v1/agencies/published')
export class PublishedAgenciesController {
  constructor(private readonly search: SearchPublished) {}

  /** Verified agencies that list an assistant who matches every filter given. */
  @Get()
  @Access({ public: true })
  list(@Query() filters: PublishedAssistantsQueryDto, @PageQuery() page: PageRequest): Promise<PublishedAgencyPageDto> {
    return this.search.agencies(filters, page);
  }
}
