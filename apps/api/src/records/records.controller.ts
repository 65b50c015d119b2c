import { Access, type Actor } from '#access';
import {
  AmendRecordDto,
  FileRecordDto,
  ReadDocumentAnswerDto,
  ReadDocumentDto,
  RecordDto,
  RecordPageDto,
  RecordQueryDto,
  ReturnRecordDto,
} from '#contracts';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { AmendRecord } from './amend-record.js';
import { FileRecord } from './file-record.js';
import { MoveRecord } from './move-record.js';
import { ReadDocument } from './read-document.js';
import { fileRecords, readRecords, reviewRecords } from './record-rules.js';
import { RecordStore } from './record.store.js';

@ApiTags('records')
@Controller('v1/records')
export class RecordsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly records: RecordStore,
    private readonly documents: ReadDocument,
  ) {}

  /**
   * Files an entry with its documents. A business that files by itself has reviewed it by that; what an agency files waits for the
   * business.
   */
  @Creation(fileRecords, RecordDto)
  async file(@CurrentCall() call: Call, @Body() said: FileRecordDto): Promise<Answer<RecordDto>> {
    const record = await this.commands.execute(new FileRecord({ ...call, said }));
    return versioned(record, record.version, { location: `/v1/records/${record.id}` });
  }

  /** What an electronic invoice says: to be looked at, and filed by whoever finds it right. */
  @Post('readings')
  @HttpCode(200)
  @Access(fileRecords)
  read(@CurrentActor() actor: Actor, @Body() { fileId }: ReadDocumentDto): Promise<ReadDocumentAnswerDto> {
    return this.documents.read(actor, fileId);
  }

  /** The latest first unless asked otherwise; an agency sees what it filed. */
  @Get()
  @Access(readRecords)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: RecordQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<RecordPageDto> {
    return this.records.page(actor, query, page);
  }

  /** One entry. */
  @Reading(':id', readRecords, RecordDto)
  async one(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<RecordDto>> {
    const record = await this.records.one(actor, id);
    return versioned(record, record.version);
  }

  /** Says anew what an entry says, while its month is open; after a return it waits for the business again. */
  @Replacement(':id', fileRecords, RecordDto)
  amend(@CurrentChange() change: Change, @Body() said: AmendRecordDto): Promise<Answer<RecordDto>> {
    return this.take(new AmendRecord({ ...change, said }));
  }

  /** The business takes an entry into its books. */
  @Step(':id/review', reviewRecords, RecordDto)
  review(@CurrentChange() change: Change): Promise<Answer<RecordDto>> {
    return this.take(new MoveRecord({ ...change, move: { to: 'reviewed' } }));
  }

  /** The business gives an entry back, to be put right. */
  @Step(':id/return', reviewRecords, RecordDto)
  giveBack(@CurrentChange() change: Change, @Body() { reason }: ReturnRecordDto): Promise<Answer<RecordDto>> {
    return this.take(new MoveRecord({ ...change, move: { to: 'returned', reason } }));
  }

  /** Takes a mistake out; it stays to be seen, and counts for nothing. */
  @Step(':id/withdrawal', fileRecords, RecordDto)
  withdraw(@CurrentChange() change: Change): Promise<Answer<RecordDto>> {
    return this.take(new MoveRecord({ ...change, move: { to: 'withdrawn' } }));
  }

  private async take(step: Command<RecordDto>): Promise<Answer<RecordDto>> {
    const record = await this.commands.execute(step);
    return versioned(record, record.version);
  }
}
