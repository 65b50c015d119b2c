import { Access, type AccessRule, type Actor, agencyTeam, agencyWorkers, businessTeam } from '#access';
import {
  DeclineSubstitutionDto,
  HandoverDto,
  ProposeSubstitutionDto,
  SubstitutionDto,
  SubstitutionPageDto,
  SubstitutionQueryDto,
  WriteHandoverDto,
} from '#contracts';
import type { Substitution, SubstitutionId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { readWork } from '../work-records/work-rules.js';
import { ConsentToSubstitution } from './consent-to-substitution.js';
import { EndSubstitution } from './end-substitution.js';
import { ProposeSubstitution } from './propose-substitution.js';
import { ReadHandover } from './read-handover.js';
import { StartSubstitution } from './start-substitution.js';
import { packOf, substitutionDto } from './substitution.dto-mapping.js';
import { SubstitutionStore } from './substitution.store.js';
import { TurnDownSubstitution } from './turn-down-substitution.js';
import { WriteHandover } from './write-handover.js';

const scope = 'engagements:write';
const substitute: AccessRule = { roles: agencyTeam, scope };
const handOver: AccessRule = { roles: agencyWorkers, scope };
const consent: AccessRule = { roles: businessTeam, scope };

@ApiTags('substitutions')
@Controller('v1/substitutions')
export class SubstitutionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly substitutions: SubstitutionStore,
    private readonly handovers: ReadHandover,
  ) {}

  /** The agency proposes one of its assistants for one who can't: somebody who passes the need's conditions and is cleared. */
  @Creation(substitute, SubstitutionDto)
  async create(@CurrentCall() call: Call, @Body() body: ProposeSubstitutionDto): Promise<Answer<SubstitutionDto>> {
    const { engagementId, assistantId: substituteId, temporary } = body;
    const substitutionId = uuidv7() as SubstitutionId;
    const proposed = { ...call, substitutionId, engagementId, substituteId, temporary };
    const substitution = await this.commands.execute(new ProposeSubstitution(proposed));
    const location = `/v1/substitutions/${substitutionId}`;
    return versioned(substitutionDto(substitution), substitution.version, { location });
  }

  /** Both sides see theirs; of the assistants, whoever can't and whoever does it. */
  @Get()
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: SubstitutionQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<SubstitutionPageDto> {
    return this.substitutions.list(actor, query, page, substitutionDto);
  }

  /** One substitution. */
  @Reading(':id', readWork, SubstitutionDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<SubstitutionDto>> {
    return answer(await this.substitutions.loadOf(actor, id));
  }

  /** What the substitute has to know: how duties are done and were done the last times, what is open, promised, and how to get in. */
  @Reading(':id/handover', readWork, HandoverDto)
  async handover(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<HandoverDto>> {
    const handover = await this.handovers.of(actor, id);
    return versioned(handover, handover.version);
  }

  /** Writes the handover pack, as a whole. Without all of it the substitute can't start. */
  @Replacement(':id/handover', handOver, HandoverDto, { bodyKiB: 1024 })
  async writeHandover(@CurrentChange() change: Change, @Body() body: WriteHandoverDto): Promise<Answer<HandoverDto>> {
    await this.commands.execute(new WriteHandover({ ...change, pack: packOf(body) }));
    return this.handover(change.actor, change.id);
  }

  /** The business is willing. Of several who are proposed one is taken, and the others give way. */
  @Step(':id/consent', consent, SubstitutionDto)
  consent(@CurrentChange() change: Change): Promise<Answer<SubstitutionDto>> {
    return this.take(new ConsentToSubstitution(change));
  }

  /** The business would rather not. */
  @Step(':id/declination', consent, SubstitutionDto)
  decline(
    @CurrentChange() change: Change,
    @Body() { reason }: DeclineSubstitutionDto,
  ): Promise<Answer<SubstitutionDto>> {
    return this.take(new TurnDownSubstitution({ ...change, reason }));
  }

  /** The agency takes it back before it starts. */
  @Step(':id/withdrawal', substitute, SubstitutionDto)
  withdraw(@CurrentChange() change: Change): Promise<Answer<SubstitutionDto>> {
    return this.take(new TurnDownSubstitution({ ...change, reason: null }));
  }

  /**
   * The substitute starts. The agreement gets a version that names her, the work that is open becomes hers, and what is booked ahead is
   * booked with her, for which her time has to be free.
   */
  @Step(':id/start', substitute, SubstitutionDto)
  start(@CurrentChange() change: Change): Promise<Answer<SubstitutionDto>> {
    return this.take(new StartSubstitution(change));
  }

  /** Whoever couldn't is back: all of it moves back. */
  @Step(':id/end', substitute, SubstitutionDto)
  end(@CurrentChange() change: Change): Promise<Answer<SubstitutionDto>> {
    return this.take(new EndSubstitution(change));
  }

  private async take(step: Command<Versioned<Substitution>>): Promise<Answer<SubstitutionDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (substitution: Versioned<Substitution>): Answer<SubstitutionDto> =>
  versioned(substitutionDto(substitution), substitution.version);
