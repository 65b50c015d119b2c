import { Access, type AccessRule, type Actor, scopeOf } from '#access';
import { AskDataExportDto, DataExportDto, DataExportsDto } from '#contracts';
import { DomainError } from '#domain';
import { Asking, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { FileStore } from '#platform/files';
import { accepted, type Answer, CurrentActor, FileAnswer, savedAs, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ApiDatabase } from '../api-database.js';
import type { Call, Change } from '../call.js';
import { AskDataExport } from './ask-data-export.js';
import { DataExportStore } from './data-export.store.js';

/** What concerns a person herself; a key is none. */
const oneself: AccessRule = { roles: 'any', scope: null, unconfirmed: true };

@ApiTags('account')
@Controller('v1/account/data-exports')
export class DataExportsController {
  constructor(
    private readonly database: ApiDatabase,
    private readonly commands: CommandBus,
    private readonly exports: DataExportStore,
    private readonly store: FileStore,
  ) {}

  /** Asks for one's own data in one archive, JSON and files: what is known of oneself, or, for owners, what is the organisation's. */
  @Asking(oneself, DataExportDto)
  async ask(@CurrentCall() call: Call, @Body() { of }: AskDataExportDto): Promise<Answer<DataExportDto>> {
    const asked = await this.commands.execute(new AskDataExport({ ...call, of }));
    return accepted(asked, `/v1/account/data-exports/${asked.id}`);
  }

  /** What one has asked for, the latest first; each goes after a week. */
  @Get()
  @Access(oneself)
  async list(@CurrentActor() actor: Actor): Promise<DataExportsDto> {
    return { items: await this.exports.of(actor) };
  }

  /** How far an archive is. */
  @Reading(':id', oneself, DataExportDto)
  async one(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<DataExportDto>> {
    const known = await this.exports.one(actor, id);
    return versioned(known, known.version);
  }

  /** The archive, once it is made. */
  @Get(':id/archive')
  @Access(oneself)
  @ApiProduces('application/zip')
  @ApiOkResponse({ headers: savedAs, schema: { type: 'string', format: 'binary' } })
  async archive(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileAnswer> {
    const { of, size, sha256 } = await this.exports.one(actor, id);
    const bytes = sha256 === null ? null : await this.store.get(id);
    if (bytes === null || size === null || sha256 === null) throw new DomainError('data-export.not-ready');
    return new FileAnswer(bytes, { name: `own-data-${of}.zip`, mediaType: 'application/zip', size, tag: sha256 });
  }

  /** One doesn't want it any more. */
  @Step(':id/cancellation', oneself, DataExportDto)
  async cancel(@CurrentChange() { actor, id, expectedVersion, now }: Change): Promise<Answer<DataExportDto>> {
    const cancelled = await this.database.transaction(scopeOf(actor), async (tx) => {
      await this.exports.cancel(tx, actor, id, { expected: expectedVersion, now });
      return this.exports.one(actor, id);
    });
    return versioned(cancelled, cancelled.version);
  }
}
