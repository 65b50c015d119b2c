import { Access, type AccessRule, type Actor, businessReaders, scopeOf } from '#access';
import { AskTaxPackDto, TaxPackDto, TaxPackPageDto } from '#contracts';
import { DomainError } from '#domain';
import { Asking, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import {
  accepted,
  type Answer,
  CurrentActor,
  FileAnswer,
  PageQuery,
  type PageRequest,
  savedAs,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, type MessageEvent, Sse, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { Call, Change } from '../call.js';
import { FileBytes } from '../files/file-bytes.js';
import { NewsStream } from '../result-waiter/news-stream.js';
import { AskTaxPack } from './ask-tax-pack.js';
import { CancelTaxPack } from './cancel-tax-pack.js';
import { ReadableTaxPackGuard } from './readable-tax-pack.guard.js';
import { packNews, TaxPackStore } from './tax-pack.store.js';

/** The accountant as well: it changes nothing in the books. */
const ask: AccessRule = { roles: businessReaders, scope: 'records:write' };
const read: AccessRule = { roles: businessReaders, scope: 'records:read' };

@ApiTags('records')
@Controller('v1/tax-packs')
export class TaxPacksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly packs: TaxPackStore,
    private readonly bytes: FileBytes,
    private readonly streams: NewsStream,
  ) {}

  /** Asks for a fiscal year in one archive; it is being made, and will be at Location. */
  @Asking(ask, TaxPackDto)
  async ask(@CurrentCall() call: Call, @Body() asked: AskTaxPackDto): Promise<Answer<TaxPackDto>> {
    const pack = await this.commands.execute(new AskTaxPack({ ...call, asked }));
    return accepted(pack, `/v1/tax-packs/${pack.id}`);
  }

  /** In the order in which they were asked for. */
  @Get()
  @Access(read)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<TaxPackPageDto> {
    return this.packs.page(scopeOf(actor), actor.organisationId, page);
  }

  /** How far a pack is. */
  @Reading(':id', read, TaxPackDto)
  async one(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<TaxPackDto>> {
    const { fileId: _fileId, ...pack } = await this.packs.one(scopeOf(actor), id);
    return versioned(pack, pack.version);
  }

  /** The archive, once it is made. */
  @Get(':id/archive')
  @Access(read)
  @ApiProduces('application/zip')
  @ApiOkResponse({ headers: savedAs, schema: { type: 'string', format: 'binary' } })
  async archive(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileAnswer> {
    const { fileId, size, sha256, year } = await this.packs.one(scopeOf(actor), id);
    if (fileId === null || size === null || sha256 === null) throw new DomainError('tax-pack.not-ready');
    const name = `tax-year-${year}.zip`;
    return new FileAnswer(await this.bytes.read(fileId), { name, mediaType: 'application/zip', size, tag: sha256 });
  }

  /** Nobody wants it any more. */
  @Step(':id/cancellation', ask, TaxPackDto)
  async cancel(@CurrentChange() change: Change): Promise<Answer<TaxPackDto>> {
    const pack = await this.commands.execute(new CancelTaxPack(change));
    return versioned(pack, pack.version);
  }

  /** Server-sent events: `progress` each time that the pack has come further, and pings in between. */
  @Sse(':id/stream')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @UseGuards(ReadableTaxPackGuard)
  @Access(read)
  stream(@CurrentActor() actor: Actor, @UuidParam() id: string): Observable<MessageEvent> {
    return this.streams.open(packNews(id), () => this.packs.one(scopeOf(actor), id), {
      type: 'progress',
      idOf: ({ status, done, total }) => `${status} ${done}/${total}`,
      dataOf: ({ status, done, total }) => ({ id, status, done, total }),
    });
  }
}
