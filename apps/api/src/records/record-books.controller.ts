import { Access, type Actor, scopeOf } from '#access';
import {
  ClosedMonthDto,
  CloseMonthDto,
  ExtendRetentionDto,
  RecordBooksDto,
  RecordRetentionDto,
  RecordYearDto,
  RecordYearQueryDto,
  SetRecordBooksDto,
} from '#contracts';
import { DomainError } from '#domain';
import { Amendment, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { CloseMonth } from './close-month.js';
import { ExtendRetention } from './extend-retention.js';
import { ReadRetention } from './read-retention.js';
import { booksDto, RecordBooksStore } from './record-books.store.js';
import { readBooks, readRecords, reviewRecords } from './record-rules.js';
import { RecordYears } from './record-years.js';

@ApiTags('records')
@Controller('v1')
export class RecordBooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly books: RecordBooksStore,
    private readonly years: RecordYears,
    private readonly kept: ReadRetention,
  ) {}

  /** By what a business keeps its books: the categories of its country, its fiscal year, and how long books are kept. */
  @Reading('businesses/:id/record-books', readRecords, RecordBooksDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<RecordBooksDto>> {
    const books = await this.years.booksFor(actor, id);
    return versioned(booksDto(books), books.version);
  }

  /** Says when the fiscal year begins, until the first month is closed. */
  @Amendment('businesses/:id/record-books', reviewRecords, RecordBooksDto)
  async set(@CurrentChange() change: Change, @Body() body: SetRecordBooksDto): Promise<Answer<RecordBooksDto>> {
    const { actor, id, expectedVersion } = change;
    if (id !== actor.organisationId) throw new DomainError('business.not-found');
    const books = await this.books.set(scopeOf(actor), id, body.fiscalYearStartsOn, expectedVersion);
    return versioned(booksDto(books), books.version);
  }

  /** A fiscal year in a line a month, and what is missing in it; an agency sees the year of what it filed. */
  @Get('businesses/:id/record-year')
  @Access(readRecords)
  year(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { year }: RecordYearQueryDto,
    @Now() now: string,
  ): Promise<RecordYearDto> {
    return this.years.read(actor, id, year, now);
  }

  /** How long the books are kept year by year, by which rule, and what is gone. */
  @Get('businesses/:id/record-retention')
  @Access(readBooks)
  retention(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<RecordRetentionDto> {
    if (id !== actor.organisationId) throw new DomainError('business.not-found');
    return this.kept.of(actor);
  }

  /** Keeps the books of a year that was announced to go for longer: for an audit, or a case before a court. */
  @Step('businesses/:id/record-retention/extensions', reviewRecords, RecordRetentionDto)
  async extend(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() asked: ExtendRetentionDto,
  ): Promise<RecordRetentionDto> {
    if (id !== call.actor.organisationId) throw new DomainError('business.not-found');
    return this.commands.execute(new ExtendRetention({ ...call, asked }));
  }

  /** Closes a month that is over: its entries stay as they are, and what was wrong is put right in a later one. */
  @Step('businesses/:id/closed-months', reviewRecords, ClosedMonthDto, { status: 201 })
  async close(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() { month, despite = [] }: CloseMonthDto,
  ): Promise<ClosedMonthDto> {
    if (id !== call.actor.organisationId) throw new DomainError('business.not-found');
    return this.commands.execute(new CloseMonth({ ...call, month, despite }));
  }
}
