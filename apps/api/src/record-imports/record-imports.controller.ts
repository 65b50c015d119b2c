import { Access, type Actor, scopeOf } from '#access';
import { ImportRecordsDto, RecordImportDto } from '#contracts';
import type { ColumnMappingDto } from '#contracts';
import type { Database } from '#platform/database';
import { CurrentCall } from '#platform/endpoints';
import { Idempotent } from '#platform/http';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { buffer } from 'node:stream/consumers';
import { apiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { FileBytes } from '../files/file-bytes.js';
import { FileRows } from '../files/file.rows.js';
import { reviewRecords } from '../records/record-rules.js';
import { ImportRecords, type ReadStatement } from './import-records.js';
import { readLines, textOfBytes } from './read-lines.js';

@ApiTags('records')
@Controller('v1/record-imports')
export class RecordImportsController {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly commands: CommandBus,
    private readonly rows: FileRows,
    private readonly bytes: FileBytes,
  ) {}

  /**
   * Takes in a statement of the bank, brought as a file: camt.053, OFX, or CSV whose columns are said, kept by the source's name,
   * or guessed. Each line is taken once, whatever the file; good lines go in, every other one is told with its reason.
   */
  @Post()
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
    await this.rows.one(actor, fileId);
    const kept = mapping ?? (await this.keptMapping(actor, source));
    const lines = readLines(textOfBytes(await buffer(await this.bytes.read(fileId))), kept);
    return { fileId, source, mapping: mapping ?? null, lines, isPreview };
  }

  private async keptMapping(actor: Actor, source: string): Promise<ColumnMappingDto | null> {
    const [row] = await this.database.read(scopeOf(actor), (tx) =>
      tx.query<{ mapping: ColumnMappingDto }>(
        'SELECT mapping FROM api.record_source WHERE business_id = $1 AND name = $2',
        [actor.organisationId, source],
      ),
    );
    return row?.mapping ?? null;
  }
}
