import { Access, marketplace } from '#access';
import { AskDutySuggestionsDto, DutySuggestionsDto } from '#contracts';
import { Answer, Now, PreferWait } from '#platform/http';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AskDutySuggestions } from './ask-duty-suggestions.js';
import { dutySuggestionsDto } from './duty-suggestion.dto-mapping.js';

const defaultWaitSeconds = 5;
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

  /**
   * The same for somebody without an account: what is asked can't be corrected or read again. Waits up to 5 seconds unless
   * `Prefer` says otherwise; 202 where there is no answer until then, and the words have to be asked about anew.
   */
  @Post()
  @ApiCreatedResponse({ type: DutySuggestionsDto })
  @ApiAcceptedResponse({ type: DutySuggestionsDto, description: 'There is no answer yet.' })
  async ask(
    @Body() { text, language }: AskDutySuggestionsDto,
    @PreferWait(defaultWaitSeconds) waitSeconds: number,
    @Now() now: string,
  ): Promise<Answer<DutySuggestionsDto>> {
    const words = { organisationId: visitors, text, language: language ?? null, askedFor: null };
    const suggestion = await this.asking.ask(marketplace, words, waitSeconds, now);
    const dto = dutySuggestionsDto(suggestion, this.catalogue);
    return new Answer(dto, {}, suggestion.suggested === null ? 202 : 201);
  }
}
