import { Access } from '#access';
import { PublishedAssistantDto, PublishedAssistantPageDto, PublishedAssistantsQueryDto } from '#contracts';
import { PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SearchPublished } from './search-published.js';

@ApiTags('assistants')
@Controller('v1/assistants/published')
export class PublishedAssistantsController {
  constructor(private readonly search: SearchPublished) {}

  /** Published assistants of verified agencies that match every filter given. */
  @Get()
  @Access({ public: true })
  list(
    @Query() filters: PublishedAssistantsQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<PublishedAssistantPageDto> {
    return this.search.page(filters, page);
  }

  /** One assistant, as all may see her. */
  @Get(':id')
  @Access({ public: true })
  read(@UuidParam() id: string): Promise<PublishedAssistantDto> {
    return this.search.one(id);
  }
}
