import { Access, type AccessRule, type Actor, bothTeams, scopeOf } from '#access';
import { AskDutySuggestionsDto, CorrectDutySuggestionsDto, DutySuggestionsDto } from '#contracts';
import { DomainError } from '#domain';
import { Awaited } from '#platform/endpoints';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  Now,
  type Once,
  OncePerKey,
  PreferWait,
  UuidParam,
} from '#platform/http';
import { isBlank } from '#text';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AskDutySuggestions } from './ask-duty-suggestions.js';
import { dutySuggestionsAnswer, dutySuggestionsDto } from './duty-suggestion.dto-mapping.js';
import { DutySuggestionStore } from './duty-suggestion.store.js';

const read: AccessRule = { roles: bothTeams, scope: 'needs:read' };
/** Open before an address is confirmed: nobody else sees anything of it. */
const write: AccessRule = { roles: bothTeams, scope: 'needs:write', unconfirmed: true };
const defaultWaitSeconds = 5;

@ApiTags('duty-suggestions')
@Controller('v1/duty-suggestions')
export class DutySuggestionsController {
  constructor(
    private readonly asking: AskDutySuggestions,
    private readonly suggestions: DutySuggestionStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /**
   * Plain words in, duties out, each with the words that led to it. Waits up to 5 seconds unless `Prefer` says otherwise;
   * 202 with the place of the answer when it takes longer. The same key finds the same suggestion, as far as it has come.
   */
  @Post()
  @Access(write)
  @ApiCreatedResponse({ type: DutySuggestionsDto })
  @ApiAcceptedResponse({ type: DutySuggestionsDto, description: 'The answer will be at Location.' })
  async ask(
    @CurrentActor() actor: Actor,
    @Body() { text, language }: AskDutySuggestionsDto,
    @PreferWait(defaultWaitSeconds) waitSeconds: number,
    @OncePerKey() once: Once,
    @Now() now: string,
  ): Promise<Answer<DutySuggestionsDto>> {
    if (isBlank(text)) throw new DomainError('duty-suggestion.text-missing', { at: ['text'] });
    const words = { organisationId: actor.organisationId, text, language: language ?? null, askedFor: null };
    // The matcher hears of the words when they are committed, so the wait for its answer comes after that.
    const id = await once(() => this.suggestions.ask(scopeOf(actor), words, now));
    const suggestion = await this.asking.read(scopeOf(actor), id, waitSeconds);
    return dutySuggestionsAnswer(suggestion, this.catalogue, `/v1/duty-suggestions/${id}`, 201);
  }

  /** The duties that words led to, once they are there. */
  @Awaited(':id', read, DutySuggestionsDto, 'Not there yet.')
  async read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PreferWait() waitSeconds: number,
  ): Promise<Answer<DutySuggestionsDto>> {
    const suggestion = await this.asking.read(scopeOf(actor), id, waitSeconds);
    return dutySuggestionsAnswer(suggestion, this.catalogue, `/v1/duty-suggestions/${id}`, 200);
  }

  /** Says which duties the words were about after all; later suggestions, for anybody, get better by it. */
  @Post(':id/corrections')
  @HttpCode(200)
  @Idempotent()
  @Access(write)
  @ApiOkResponse({ type: DutySuggestionsDto })
  async correct(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Body() { dutyCodes }: CorrectDutySuggestionsDto,
    @Now() now: string,
  ): Promise<DutySuggestionsDto> {
    const refused = dutyCodes.findIndex((code) => this.catalogue.duty(code)?.retired !== false);
    if (refused >= 0) {
      const isKnown = this.catalogue.duty(dutyCodes[refused] ?? '') !== undefined;
      const at = ['dutyCodes', refused];
      throw new DomainError(isKnown ? 'duty-suggestion.duty-retired' : 'duty-suggestion.unknown-duty', { at });
    }
    const corrected = await this.suggestions.correct(scopeOf(actor), id, dutyCodes, now);
    return dutySuggestionsDto(corrected, this.catalogue);
  }
}
