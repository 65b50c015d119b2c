import { Access, type Actor, scopeOf } from '#access';
import { ImportRecordsDto, ReadColumnsDto, RecordImportDto, RecordSourcesDto, StatementColumnsDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CurrentActor, Idempotent, workbookMediaType } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { buffer } from 'node:stream/consumers';
import type { Call } from '../call.js';
import { FileBytes } from '../files/file-bytes.js';
import { FileRows } from '../files/file.rows.js';
import { RecordFiling } from '../records/record-filing.js';
import { fileRecords, readBooks } from '../records/record-rules.js';
import { refusal } from './bank-line.js';
import { BankStatementReader } from './bank-statement-reader.js';
import { ImportRecords, type ReadStatement } from './import-records.js';
import type { AskedStatement, StatementFile } from './read-statement-file.js';
import { RecordSourceStore } from './record-source.store.js';

/** What statements come as. */
const mediaTypes: ReadonlySet<string> = new Set(['text/csv', 'text/plain', 'application/xml', workbookMediaType]);

@ApiTags('records')
@Controller('v1')
export class RecordImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rows: FileRows,
    private readonly bytes: FileBytes,
    private readonly sources: RecordSourceStore,
    private readonly filing: RecordFiling,
    private readonly reader: BankStatementReader,
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
  @Access(fileRecords)
  async columns(
    @CurrentActor() actor: Actor,
    @Body() { fileId, source, engagementId }: ReadColumnsDto,
  ): Promise<StatementColumnsDto> {
    const { businessId } = await this.filing.partiesFor(actor, engagementId ?? null);
    const read = await this.fileOf(actor, fileId, { said: null, wants: 'columns' });
    const isTable = read.form === 'csv' && source !== undefined;
    const kept = isTable ? await this.sources.mappingOf(businessId, source) : null;
    const { form, columns, mapping, dateOrderIsSure } = read;
    return {
      form,
      columns: [...columns],
      mapping: kept ?? mapping,
      isKept: kept !== null,
      dateOrderIsSure: dateOrderIsSure || kept !== null,
    };
  }

  /**
   * Takes in a statement of the bank, brought as a file: camt.053, OFX, or a table (CSV, .xlsx) whose columns are said, kept by the
   * source's name, or guessed. Each line is taken once, whatever the file; good lines go in, every other one is told with its
   * reason. A business brings its own, an agency those of one that it files for.
   */
  @Post('record-imports')
  @HttpCode(200)
  @Idempotent({
    before: (controller: RecordImportsController, { actor }: Call, body: ImportRecordsDto) =>
      controller.read(actor, body),
  })
  @Access(fileRecords)
  @ApiOkResponse({ type: RecordImportDto })
  take(@CurrentCall() call: Call, @Body() _body: ImportRecordsDto, statement: ReadStatement): Promise<RecordImportDto> {
    return this.commands.execute(new ImportRecords({ ...call, statement }));
  }

  /** Reads the file outside of any transaction. */
  private async read(actor: Actor, body: ImportRecordsDto): Promise<ReadStatement> {
    const { fileId, source, mapping, isPreview = false, engagementId } = body;
    const parties = await this.filing.partiesFor(actor, engagementId ?? null);
    const said = mapping ?? (await this.sources.mappingOf(parties.businessId, source));
    const { lines, broken } = await this.fileOf(actor, fileId, { said, wants: 'lines' });
    return { fileId, parties, source, mapping: mapping ?? null, lines, broken, isPreview };
  }

  private async fileOf(actor: Actor, fileId: string, asked: Omit<AskedStatement, 'bytes'>): Promise<StatementFile> {
    const { mediaType } = await this.rows.one(actor, fileId);
    if (!mediaTypes.has(mediaType)) throw refusal('unreadable', `It is ${mediaType}, and no statement.`);
    return this.reader.read({ ...asked, bytes: await buffer(await this.bytes.read(fileId)) });
  }
}
