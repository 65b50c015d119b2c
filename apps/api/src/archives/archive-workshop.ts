import { Clock } from '#platform/clock';
import { FileStore } from '#platform/files';
import { Inject, Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { FileBytes } from '../files/file-bytes.js';
import type { PackedBytes } from './write-archive.js';

/** What it takes to make an archive, whatever is in it. */
@Injectable()
export class ArchiveWorkshop {
  constructor(
    readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly bytes: FileBytes,
    readonly store: FileStore,
    readonly clock: Clock,
  ) {}

  /** Where what is being made lies until it is kept. */
  get folder(): string {
    return this.settings.files.spoolFolder;
  }

  /** @throws DomainError `file.not-found`, `file.store-unavailable` */
  read({ bytes }: PackedBytes): Readable | Promise<Readable> {
    return 'fileId' in bytes ? this.bytes.read(bytes.fileId) : createReadStream(bytes.madeAt);
  }
}
