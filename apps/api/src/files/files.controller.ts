import { Access, type AccessRule, type Actor, roles } from '#access';
import { FileDto, NewFileQueryDto } from '#contracts';
import { fileTypeOf, Spool } from '#platform/files';
import { CurrentCall, Reading } from '#platform/endpoints';
import {
  Answer,
  ByteBody,
  CurrentActor,
  FileAnswer,
  type IncomingBytes,
  type Once,
  OncePerKey,
  savedAs,
  UuidParam,
} from '#platform/http';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { FileBytes } from './file-bytes.js';
import { FileRows } from './file.rows.js';
import { NoteFile } from './note-file.js';
import { unnamedDays } from './file-sweep.js';

const bring: AccessRule = { roles, scope: 'files:write' };
const fetch: AccessRule = { roles, scope: 'files:read' };
const kibibytes = 15_360;

const description = `The bytes are the body, at most 15 MiB, under any content type: what they are is found out from them. Taken are PDF, JPEG, PNG,
WebP, HEIC, GIF, TIFF, XML, CSV, plain text, and documents and sheets of word processors. The answer names the file by its id, by which a
record, a run or a message names it; one that nothing names goes after ${unnamedDays} days.`;

@ApiTags('files')
@Controller('v1/files')
export class FilesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly spool: Spool,
    private readonly bytes: FileBytes,
    private readonly rows: FileRows,
  ) {}

  @Post()
  @Access(bring)
  @ApiOperation({ summary: 'Bring a file', description })
  @ApiCreatedResponse({ type: FileDto })
  async bring(
    @CurrentCall() { actor, now }: Call,
    @Query() { name }: NewFileQueryDto,
    @ByteBody({ kibibytes }) bytes: IncomingBytes,
    @OncePerKey({ required: true }) once: Once,
  ): Promise<Answer<FileDto>> {
    const spooled = await this.spool.receive(bytes.stream, kibibytes * 1_024);
    try {
      const { sha256, size } = spooled;
      bytes.standFor({ sha256, size });
      const mediaType = await fileTypeOf(spooled, name);
      const file = await once(() =>
        this.commands.execute(new NoteFile({ actor, now, file: { name, mediaType, size, sha256 } })),
      );
      await this.bytes.keep(actor, file, spooled);
      return new Answer(file, { location: `/v1/files/${file.id}` }, 201);
    } finally {
      await spooled.discard();
    }
  }

  /** The file itself, to be saved: for whom it was brought by, and who sees what names it. */
  @Get(':id')
  @Access(fetch)
  @ApiProduces('*/*')
  @ApiOkResponse({ headers: savedAs, schema: { type: 'string', format: 'binary' } })
  async fetch(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileAnswer> {
    const { name, mediaType, size, sha256: tag } = await this.rows.one(actor, id);
    return new FileAnswer(await this.bytes.read(id), { name, mediaType, size, tag });
  }

  /** What is known of a file. */
  @Reading(':id/details', fetch, FileDto)
  details(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<FileDto> {
    return this.rows.one(actor, id);
  }
}
