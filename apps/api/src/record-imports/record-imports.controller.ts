import { Access, type Actor, scopeOf } from '#access';
import { ImportRecordsDto, ReadColumnsDto, RecordImportDto, RecordSourcesDto, StatementColumnsDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CurrentActor, Idempotent } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { buffer } from 'node:stream/consumers';
import type { Call } from '../call.js';
import { FileBytes } from '../files/file-bytes.js';
import { FileRows } from '../files/file.rows.js';
import { readBooks, reviewRecords } from '../records/record-rules.js';
import { csvColumns } from './csv-statement.js';
import { ImportRecords, type ReadStatement } from './import-records.js';
import { formOf, readLines, textOfBytes } from './read-lines.js';
import { RecordSourceStore } from './record-source.store.js';

@ApiTags('records')
@Controller('v1')
export class RecordImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rows: FileRows,
    private readonly bytes: FileBytes,
    private readonly sources: RecordSourceStore,
  ) {}

  /** Whose statements were taken in, and what their columns were said to be. */
  @Get('record-sources')
  @Access(readBooks)
  async known(@CurrentActor() actor: Actor): Promise<RecordSourcesDto> {
    return { items: await this.sources.of(scopeOf(actor), actor.organisationId) };
  }

  /** What the columns of a statement are, for whoever says which is what before taking it in. */
  @Post('record-imports/columns')
  @HttpCode(200)
  @Access(reviewRecords)
  async columns(
    @CurrentActor() actor: Actor,
    @Body() { fileId, source }: ReadColumnsDto,
  ): Promise<StatementColumnsDto> {
    const text = await this.textOf(actor, fileId);
    const form = formOf(text);
    if (form !== 'csv') return { form, columns: [], mapping: null, isKept: false };
    const kept = source === undefined ? null : await this.keptMapping(actor, source);
    const { columns, mapping } = csvColumns(text);
    return { form, columns, mapping: kept ?? mapping, isKept: kept !== null };
  }

  /**
   * Takes in a statement of the bank, brought as a file: camt.053, OFX, or CSV whose columns are said, kept by the source's name,
   * or guessed. Each line is taken once, whatever the file; good lines go in, every other one is told with its reason.
   */
  @Post('record-imports')
  @HttpCode(200)
  @Idempotent({
    before: (controller: RecordImportsController, { actor }: Call, body: ImportRecordsDto) =>
      controller.read(actor, body),
  })
  @Access(reviewRecords)
  @ApiOkResponse({ type: RecordImportDto })
  take(@CurrentCall() call: Call, @Body() _body: ImportRecordsDto, statement: ReadStatement): Promise<RecordImportDto> {
    return this.commands.execute(new ImportRecords({ ...call, statement }));
  }

  /** Reads the file outside of any transaction. */
  private async read(
    actor: Actor,
    { fileId, source, mapping, isPreview = false }: ImportRecordsDto,
  ): Promise<ReadStatement> {
    const kept = mapping ?? (await this.keptMapping(actor, source));
    const lines = readLines(await this.textOf(actor, fileId), kept);
    return { fileId, source, mapping: mapping ?? null, lines, isPreview };
  }

  private async textOf(actor: Actor, fileId: string): Promise<string> {
    await this.rows.one(actor, fileId);
    return textOfBytes(await buffer(await this.bytes.read(fileId)));
  }

  private keptMapping(actor: Actor, source: string) {
    return this.sources.mappingOf(scopeOf(actor), actor.organisationId, source);
  }
}
