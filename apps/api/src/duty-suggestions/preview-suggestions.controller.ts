import { Access, marketplace } from '#access';
import { AskDutySuggestionsDto, DutySuggestionsDto } from '#contracts';
import { DomainError } from '#domain';
import { type Answer, Now } from '#platform/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AskDutySuggestions } from './ask-duty-suggestions.js';
import { dutySuggestionsAnswer } from './duty-suggestion.dto-mapping.js';

const waitSeconds = 15;
/** Whose the words of those are who have no account: nobody's, so that only the marketplace sees them. */
const visitors = '00000000-0000-0000-0000-000000000000';

@ApiTags('duty-suggestions')
@Controller('v1/previews/duty-suggestions')
@Access({ public: true })
export class PreviewSuggestionsController {
  constructor(
    private readonly asking: AskDutySuggestions,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /** The same for somebody without an account: what is asked can't be corrected or read again. Waits up to 15 seconds. */
  @Post()
  @ApiCreatedResponse({ type: DutySuggestionsDto })
  async ask(
    @Body() { text, language }: AskDutySuggestionsDto,
    @Now() now: string,
  ): Promise<Answer<DutySuggestionsDto>> {
    const words = { organisationId: visitors, text, language: language ?? null, askedFor: null };
    const suggestion = await this.asking.ask(marketplace, words, waitSeconds, now);
    if (suggestion.suggested === null) throw new DomainError('service.unavailable', { retryAfterSeconds: waitSeconds });
    return dutySuggestionsAnswer(suggestion, this.catalogue, '', 201);
  }
}
