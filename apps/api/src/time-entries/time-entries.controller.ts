import { Access, type Actor } from '#access';
import {
  CorrectTimeEntryDto,
  CreateTimeEntryDto,
  ReturnTimeEntryDto,
  TimeEntryDto,
  TimeEntryPageDto,
  TimeEntryQueryDto,
} from '#contracts';
import { DomainError, normaliseInstant, type TimeEntry, type TimeEntryId } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { judgeWork, readWork, reportWork } from '../work-records/work-rules.js';
import { AcceptTimeEntry } from './accept-time-entry.js';
import { CorrectTimeEntry } from './correct-time-entry.js';
import { CreateTimeEntry } from './create-time-entry.js';
import { DiscardTimeEntry } from './discard-time-entry.js';
import { ReturnTimeEntry } from './return-time-entry.js';
import { StopTimer } from './stop-timer.js';
import { timeEntryDto } from './time-entry.dto-mapping.js';
import { TimeEntryStore } from './time-entry.store.js';

@ApiTags('time-entries')
@Controller('v1/time-entries')
export class TimeEntriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly entries: TimeEntryStore,
  ) {}

  /**
   * Starts a timer in booked time of a line by the hour; with a beginning and an end, records time that was worked without
   * one. An assistant has one entry at a time, over all that she works for.
   */
  @Creation(reportWork, TimeEntryDto)
  async create(@CurrentCall() call: Call, @Body() body: CreateTimeEntryDto): Promise<Answer<TimeEntryDto>> {
    const { engagementId, lineId, note = null } = body;
    const timeEntryId = uuidv7() as TimeEntryId;
    const said = { ...call, timeEntryId, engagementId, lineId, note, time: workedWithoutTimer(body) };
    const entry = await this.commands.execute(new CreateTimeEntry(said));
    return versioned(timeEntryDto(entry), entry.version, { location: `/v1/time-entries/${timeEntryId}` });
  }

  /** Both sides see theirs; an assistant sees her own. */
  @Get()
  @Access(readWork)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: TimeEntryQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<TimeEntryPageDto> {
    return this.entries.list(actor, query, page, timeEntryDto);
  }

  /** One entry. */
  @Reading(':id', readWork, TimeEntryDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<TimeEntryDto>> {
    return answer(await this.entries.loadOf(actor, id));
  }

  /** Stops the timer; the time waits for the business. It counts until the booked time is over, and no longer. */
  @Step(':id/stop', reportWork, TimeEntryDto)
  stop(@CurrentChange() change: Change): Promise<Answer<TimeEntryDto>> {
    return this.take(new StopTimer(change));
  }

  /** Says when it really was, until an invoice charges it. What was returned or accepted waits for the business again. */
  @Step(':id/correction', reportWork, TimeEntryDto)
  correct(@CurrentChange() change: Change, @Body() body: CorrectTimeEntryDto): Promise<Answer<TimeEntryDto>> {
    return this.take(new CorrectTimeEntry({ ...change, ...normalised(body), note: body.note ?? null }));
  }

  /** Takes a mistake out, unless it is accepted: its time is free again. */
  @Step(':id/discarding', reportWork, TimeEntryDto)
  discard(@CurrentChange() change: Change): Promise<Answer<TimeEntryDto>> {
    return this.take(new DiscardTimeEntry(change));
  }

  /** The business takes the time. Silence does it, too, after the hours that the agreement says. */
  @Step(':id/acceptance', judgeWork, TimeEntryDto)
  accept(@CurrentChange() change: Change): Promise<Answer<TimeEntryDto>> {
    return this.take(new AcceptTimeEntry(change));
  }

  /** The business gives the time back, to be corrected or discarded. */
  @Step(':id/return', judgeWork, TimeEntryDto)
  giveBack(@CurrentChange() change: Change, @Body() { reason }: ReturnTimeEntryDto): Promise<Answer<TimeEntryDto>> {
    return this.take(new ReturnTimeEntry({ ...change, reason }));
  }

  private async take(step: Command<Versioned<TimeEntry>>): Promise<Answer<TimeEntryDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (entry: Versioned<TimeEntry>): Answer<TimeEntryDto> => versioned(timeEntryDto(entry), entry.version);

const normalised = ({ startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string }) => ({
  startedAt: normaliseInstant(startedAt, ['startedAt']),
  endedAt: normaliseInstant(endedAt, ['endedAt']),
});

function workedWithoutTimer({ startedAt, endedAt }: CreateTimeEntryDto) {
  if (startedAt === undefined && endedAt === undefined) return null;
  if (startedAt === undefined || endedAt === undefined) {
    throw new DomainError('time-entry.half-a-time', { at: [startedAt === undefined ? 'startedAt' : 'endedAt'] });
  }
  return normalised({ startedAt, endedAt });
}
