import { Access, type Actor, scopeOf } from '#access';
import { ApplyRulesDto, NewRecordRuleDto, RecordRuleDto, RecordRulesDto, RuleApplicationDto } from '#contracts';
import { assertRule } from '#domain';
import { Creation, CurrentCall, Step } from '#platform/endpoints';
import { Answer, CurrentActor, UuidParam } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { RecordBooksStore } from '../records/record-books.store.js';
import { readBooks, reviewRecords } from '../records/record-rules.js';
import { ApplyRules } from './apply-rules.js';
import { RecordRuleStore } from './record-rule.store.js';

@ApiTags('records')
@Controller('v1/record-rules')
export class RecordRulesController {
  constructor(
    private readonly database: ApiDatabase,
    private readonly commands: CommandBus,
    private readonly books: RecordBooksStore,
    private readonly rules: RecordRuleStore,
  ) {}

  /** Says which category entries get whose counterpart or description contains some words. */
  @Creation(reviewRecords, RecordRuleDto)
  async make(@CurrentCall() { actor, now }: Call, @Body() rule: NewRecordRuleDto): Promise<Answer<RecordRuleDto>> {
    const { chart } = await this.books.of(actor.organisationId);
    assertRule(rule, chart);
    const made = await this.database.transaction(scopeOf(actor), (tx) =>
      this.rules.add(tx, actor.organisationId, rule, now),
    );
    return new Answer(made, { location: `/v1/record-rules/${made.id}` }, 201);
  }

  /** In the order in which they are tried. */
  @Get()
  @Access(readBooks)
  async list(@CurrentActor() actor: Actor): Promise<RecordRulesDto> {
    return { items: await this.rules.of(scopeOf(actor), actor.organisationId) };
  }

  /** What it has said stays where it is. */
  @Delete(':id')
  @HttpCode(204)
  @Access(reviewRecords)
  remove(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<void> {
    return this.rules.remove(scopeOf(actor), id);
  }

  /** Gives entries of open months that have no category the one that a rule says; or says what would be. */
  @Step('applications', reviewRecords, RuleApplicationDto)
  apply(@CurrentCall() call: Call, @Body() { isPreview = false }: ApplyRulesDto): Promise<RuleApplicationDto> {
    return this.commands.execute(new ApplyRules({ ...call, isPreview }));
  }
}
