import { Access, type AccessRule, type Actor, readersOfBothSides, scopeOf } from '#access';
import {
  AdoptSuggestionsDto,
  AnswerRequestDto,
  AskedSuggestionsDto,
  AskForSuggestionsDto,
  SuggestionRequestDto,
  SuggestionRequestPageDto,
  SuggestionRequestQueryDto,
} from '#contracts';
import type { SuggestionRequest } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { type Call, type Change, once } from '../call.js';
import { judgeProposals, makeProposals } from '../proposals/proposal-rules.js';
import { targetOf } from '../suggestions/suggestion.dto-mapping.js';
import { SuggestionRequestStore } from '../suggestions/suggestion-request.store.js';
import { AskForSuggestions } from './ask-for-suggestions.js';
import { MoveRequest } from './move-request.js';
import { SuggestionRequestReads } from './suggestion-request-reads.js';
import { TakeUpSuggestions } from './take-up-suggestions.js';

const read: AccessRule = { roles: readersOfBothSides, scope: 'proposals:read' };

@ApiTags('suggestions')
@Controller('v1/suggestion-requests')
export class SuggestionRequestsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly requests: SuggestionRequestStore,
    private readonly reads: SuggestionRequestReads,
  ) {}

  /**
   * A business asks up to ten agencies how the work of a need could be streamlined. They see its duties with their volumes, the sector,
   * the tools and how fast its customers are answered, as it is now, and not each other.
   */
  @Creation(judgeProposals, AskedSuggestionsDto)
  async ask(
    @CurrentCall() call: Call,
    @Body() { needId, agencyIds, question }: AskForSuggestionsDto,
  ): Promise<AskedSuggestionsDto> {
    const asking = new AskForSuggestions({ ...call, needId, agencyIds, question: question ?? null });
    return { items: await this.reads.dtos(await this.commands.execute(asking)) };
  }

  /** A business sees those that it made, an agency those that it was sent; oldest first. */
  @Get()
  @Access(read)
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { needId, status }: SuggestionRequestQueryDto,
  ): Promise<SuggestionRequestPageDto> {
    const found = await this.requests.page(scopeOf(actor), { needId, status }, page, (request) => request);
    return { items: await this.reads.dtos(found.items), next: found.next };
  }

  /** One of them. */
  @Reading(':id', read, SuggestionRequestDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<SuggestionRequestDto>> {
    return this.answered(await this.requests.load(scopeOf(actor), id));
  }

  /** The agency suggests something: each with how it is, how it will be, how one will see that, and what it takes. */
  @Step(':id/answer', makeProposals, SuggestionRequestDto, { bodyKiB: 128 })
  answer(
    @CurrentChange(once) change: Change,
    @Body() { suggestions }: AnswerRequestDto,
  ): Promise<Answer<SuggestionRequestDto>> {
    const named = suggestions.map(({ title, baseline, expectedEffect, measure, effort, target }) => ({
      suggestionId: uuidv7(),
      title,
      baseline,
      expectedEffect,
      measure,
      effort,
      target: targetOf(target),
    }));
    return this.take(new MoveRequest({ ...change, move: { type: 'giveSuggestions', suggestions: named } }));
  }

  /** The agency has nothing to suggest. */
  @Step(':id/declination', makeProposals, SuggestionRequestDto)
  decline(@CurrentChange(once) change: Change): Promise<Answer<SuggestionRequestDto>> {
    return this.take(new MoveRequest({ ...change, move: { type: 'declineRequest' } }));
  }

  /** The business doesn't ask any more. */
  @Step(':id/withdrawal', judgeProposals, SuggestionRequestDto)
  withdraw(@CurrentChange(once) change: Change): Promise<Answer<SuggestionRequestDto>> {
    return this.take(new MoveRequest({ ...change, move: { type: 'withdrawRequest' } }));
  }

  /**
   * Takes up suggestions; what was adopted before stays so. Where the two have an agreement about the need, they stand in a new
   * version of it, which both sides have yet to accept; otherwise in the agreement that a proposal of the agency leads to.
   */
  @Replacement(':id/adopted-suggestions', judgeProposals, SuggestionRequestDto)
  adopt(
    @CurrentChange() change: Change,
    @Body() { suggestionIds }: AdoptSuggestionsDto,
  ): Promise<Answer<SuggestionRequestDto>> {
    return this.take(new TakeUpSuggestions({ ...change, suggestionIds }));
  }

  private async take(step: Command<Versioned<SuggestionRequest>>): Promise<Answer<SuggestionRequestDto>> {
    return this.answered(await this.commands.execute(step));
  }

  private async answered(request: Versioned<SuggestionRequest>): Promise<Answer<SuggestionRequestDto>> {
    return versioned(await this.reads.dto(request), request.version);
  }
}
