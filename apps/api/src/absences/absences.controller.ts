import { Access, type Actor } from '#access';
import {
  AbsenceDto,
  AbsencePageDto,
  AbsenceQueryDto,
  EndAbsenceDto,
  EngagementAbsencesDto,
  ReportAbsenceDto,
  ReportNoShowDto,
} from '#contracts';
import { type Absence, type AbsenceId, normaliseInstant } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { readWork } from '../work-records/work-rules.js';
import { reportAbsences, reportNoShows } from './absence-rules.js';
import { absenceDto } from './absence.dto-mapping.js';
import { EndAbsence } from './end-absence.js';
import { ReadEngagementAbsences } from './read-engagement-absences.js';
import { ReportAbsence } from './report-absence.js';
import { ReportNoShow } from './report-no-show.js';
import { WithdrawAbsence } from './withdraw-absence.js';

const created = (actor: Actor, absence: Versioned<Absence>): Answer<AbsenceDto> =>
  versioned(absenceDto(actor, absence), absence.version, { location: `/v1/absences/${absence.state.absenceId}` });

@ApiTags('absences')
@Controller('v1/absences')
export class AbsencesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly absences: AbsenceStore,
  ) {}

  /**
   * Says that an assistant can't work, from now on or some other time: the assistant for herself, her agency for her, or a
   * business for its own engagement. From then on billing pauses, what is booked is at risk, and what falls due isn't late.
   */
  @Creation(reportAbsences, AbsenceDto)
  async create(@CurrentCall() call: Call, @Body() body: ReportAbsenceDto): Promise<Answer<AbsenceDto>> {
    const { kind, assistantId = null, engagementId = null, startsAt, endsAt } = body;
    const absence = await this.commands.execute(
      new ReportAbsence({
        ...call,
        absenceId: uuidv7() as AbsenceId,
        kind,
        assistantId,
        engagementId,
        startsAt: startsAt === undefined ? call.now : normaliseInstant(startsAt, ['startsAt']),
        endsAt: endsAt === undefined ? null : normaliseInstant(endsAt, ['endsAt']),
      }),
    );
    return created(call.actor, absence);
  }

  /** An agency sees those of its assistants, an assistant her own, a business those that concern it, without the reason. */
  @Get()
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: AbsenceQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<AbsencePageDto> {
    return this.absences.list(actor, query, page, (absence) => absenceDto(actor, absence));
  }

  /** One absence. */
  @Reading(':id', readWork, AbsenceDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AbsenceDto>> {
    const absence = await this.absences.loadOf(actor, id);
    return versioned(absenceDto(actor, absence), absence.version);
  }

  /** She is back, or it is known when. What was paused stays so. */
  @Step(':id/end', reportAbsences, AbsenceDto)
  end(@CurrentChange() change: Change, @Body() { endsAt }: EndAbsenceDto): Promise<Answer<AbsenceDto>> {
    const end = endsAt === undefined ? change.now : normaliseInstant(endsAt, ['endsAt']);
    return this.take(change, new EndAbsence({ ...change, endsAt: end }));
  }

  /** It was a mistake: before it begins, or afterwards by a business that reported it. */
  @Step(':id/withdrawal', reportAbsences, AbsenceDto)
  withdraw(@CurrentChange() change: Change): Promise<Answer<AbsenceDto>> {
    return this.take(change, new WithdrawAbsence(change));
  }

  private async take({ actor }: Change, step: Command<Versioned<Absence>>): Promise<Answer<AbsenceDto>> {
    const absence = await this.commands.execute(step);
    return versioned(absenceDto(actor, absence), absence.version);
  }
}

@ApiTags('absences')
@Controller('v1/no-shows')
export class NoShowsController {
  constructor(private readonly commands: CommandBus) {}

  /** Says that the assistant didn't come to booked time, which isn't charged then. Within two weeks. */
  @Creation(reportNoShows, AbsenceDto)
  async create(
    @CurrentCall() call: Call,
    @Body() { bookingId, slotStartsAt }: ReportNoShowDto,
  ): Promise<Answer<AbsenceDto>> {
    const absence = await this.commands.execute(
      new ReportNoShow({
        ...call,
        absenceId: uuidv7() as AbsenceId,
        bookingId,
        slotStartsAt: normaliseInstant(slotStartsAt, ['slotStartsAt']),
      }),
    );
    return created(call.actor, absence);
  }
}

@ApiTags('absences')
@Controller('v1/engagements/:id/absences')
export class EngagementAbsencesController {
  constructor(private readonly absences: ReadEngagementAbsences) {}

  /** Who was, is or will be away from the engagement, and what that takes off its price. */
  @Get()
  @Access(readWork)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<EngagementAbsencesDto> {
    return this.absences.of(actor, id, now);
  }
}
