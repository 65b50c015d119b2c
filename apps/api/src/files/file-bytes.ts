import { demand } from '#domain';
import { FileStore, type KeptBytes } from '#platform/files';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { type FileBringer, FileRows } from './file.rows.js';

/** The bytes of files, which are brought and fetched outside of any transaction. */
@Injectable()
export class FileBytes {
  constructor(
    private readonly store: FileStore,
    private readonly rows: FileRows,
  ) {}

  /** Keeps the bytes of a file that is noted; whoever is interrupted and comes again with them does the rest. */
  async keep(
    actor: FileBringer,
    { id, mediaType }: { id: string; mediaType: string },
    bytes: KeptBytes,
  ): Promise<void> {
    if (await this.rows.isKept(actor, id)) return;
    await this.store.put(id, bytes, mediaType);
    await this.rows.kept(actor, id);
  }

  /** @throws DomainError `file.not-found`, `file.store-unavailable` */
  async read(id: string): Promise<Readable> {
    const bytes = await this.store.get(id);
    demand(bytes !== null, 'file.not-found');
    return bytes;
  }
}
