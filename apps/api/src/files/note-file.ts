import { scopeOf } from '#access';
import type { FileDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { type FileBringer, FileRows } from './file.rows.js';

export class NoteFile extends commandOf<
  { actor: FileBringer; file: Omit<FileDto, 'id' | 'uploadedAt'>; now: string },
  FileDto
>() {}

/** Notes a file before its bytes are kept, so that none are kept that nobody knows of. */
@CommandHandler(NoteFile)
export class NoteFileHandler implements ICommandHandler<NoteFile> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly rows: FileRows,
  ) {}

  async execute({ actor, file: { name, mediaType, size, sha256 }, now }: NoteFile): Promise<FileDto> {
    const noted = { id: uuidv7(), name, mediaType, size, sha256 };
    const { organisationId, userId: uploadedBy } = actor;
    await this.database.transaction(scopeOf(actor), (tx) =>
      this.rows.add(tx, { ...noted, organisationId, uploadedBy, now }),
    );
    return { ...noted, uploadedAt: now };
  }
}
