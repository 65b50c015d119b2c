import { DomainError } from '#domain';
import { fileTypeOf, Spool } from '#platform/files';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Readable } from 'node:stream';
import { FileBytes } from '../files/file-bytes.js';
import type { FileBringer } from '../files/file.rows.js';
import { NoteFile } from '../files/note-file.js';

/** What hangs on a message that comes from outside. */
export interface Attachment {
  /** One line without a path, of at most 200 characters. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** As many are kept as a message written here can have. */
const mostAttachments = 10;
/** A type that isn't taken, and nothing at all: the message says by name that it had them. */
const leftOut: ReadonlySet<string> = new Set(['file.type-not-taken', 'file.empty']);

/** Keeps what hangs on messages as files: by what their bytes are, as if somebody had brought them here. */
@Injectable()
export class Attachments {
  constructor(
    private readonly commands: CommandBus,
    private readonly spool: Spool,
    private readonly bytes: FileBytes,
  ) {}

  /**
   * Outside of any transaction; a file that no message names in the end goes after a while, like any other.
   * @throws DomainError `file.type-not-taken`, `file.empty`, `file.too-many-unnamed`, `file.store-unavailable`, `request.too-many`
   */
  async keep(by: FileBringer, { name, bytes }: Attachment, now: string): Promise<string> {
    const spooled = await this.spool.receive(Readable.from([bytes]), bytes.length);
    try {
      const { sha256, size } = spooled;
      const mediaType = await fileTypeOf(spooled, name);
      const file = { name, mediaType, size, sha256 };
      const noted = await this.commands.execute(new NoteFile({ actor: by, now, file }));
      await this.bytes.keep(by, noted, spooled);
      return noted.id;
    } finally {
      await spooled.discard();
    }
  }

  /** Those that can be kept, and the names of the others. @throws DomainError as `keep` does, but for what can't be taken */
  async keepSome(
    by: FileBringer,
    attachments: readonly Attachment[],
    now: string,
  ): Promise<{ fileIds: string[]; left: string[] }> {
    const fileIds: string[] = [];
    const left = attachments.slice(mostAttachments).map(({ name }) => name);
    for (const attachment of attachments.slice(0, mostAttachments)) {
      try {
        fileIds.push(await this.keep(by, attachment, now));
      } catch (error) {
        if (!(error instanceof DomainError) || !leftOut.has(error.code)) throw error;
        left.push(attachment.name);
      }
    }
    return { fileIds, left };
  }
}
