import { Access, type AccessRule, type Actor, businessTeam, scopeOf } from '#access';
import { SuggestionEffectDto, SuggestionEffectListDto, TellEffectDto } from '#contracts';
import type { SuggestionEffect } from '#domain';
import type { Versioned } from '#platform/database';
import { CurrentNestedChange, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { NestedChange } from '../call.js';
import { ResponseReports } from '../response-time/response-reports.js';
import { suggestionDto } from '../suggestions/suggestion.dto-mapping.js';
import { SuggestionEffectStore } from '../suggestions/suggestion-effect.store.js';
import { readWork } from '../work-records/work-rules.js';
import { TellEffect } from './tell-effect.js';

/** Both sides, and the assistant who works by them. */
const tell: AccessRule = { roles: businessTeam, scope: 'engagements:write' };
const named = { parameter: 'effectId' } as const;

@ApiTags('suggestions')
@Controller('v1/engagements/:id/suggestion-effects')
export class SuggestionEffectsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reports: ResponseReports,
    private readonly effects: SuggestionEffectStore,
  ) {}

  /** The suggestions of the agreement, and what came of each beside what was expected. */
  @Get()
  @Access(readWork)
  async list(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<SuggestionEffectListDto> {
    await this.reports.engagement(actor, id);
    const found = await this.effects.ofEngagement(scopeOf(actor), id);
    return { items: found.map(effectDto) };
  }

  /** What came of it, where it could not be counted: the figure that the suggestion named, or in a word. */
  @Step(':effectId/result', tell, SuggestionEffectDto)
  async tell(
    @CurrentNestedChange(named) change: NestedChange,
    @Body() { value, verdict }: TellEffectDto,
  ): Promise<Answer<SuggestionEffectDto>> {
    const told = await this.commands.execute(
      new TellEffect({ ...change, value: value ?? null, verdict: verdict ?? null }),
    );
    return versioned(effectDto(told), told.version);
  }
}

function effectDto({ state, version }: Versioned<SuggestionEffect>): SuggestionEffectDto {
  const { effectId, engagementId, suggestion, status, from, dueAt } = state;
  const measured = state.status === 'measured' ? state : null;
  return {
    id: effectId,
    engagementId,
    suggestion: suggestionDto(suggestion),
    status,
    from,
    dueAt,
    value: measured?.value ?? null,
    verdict: measured?.verdict ?? null,
    source: measured?.source ?? null,
    measuredAt: measured?.measuredAt ?? null,
    version,
  };
}
