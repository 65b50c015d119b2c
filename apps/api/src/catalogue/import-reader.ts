import { WorkThread } from '#platform/processes';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CatalogueFile } from './catalogue-file.js';
import { readImport, type WrittenImport } from './read-import.js';

/** Characters of a text that is read at once, which takes a few milliseconds. */
const smallText = 16_384;

/**
 * Reads catalogues so that nobody else has to wait: those that aren't small in a thread of their own.
 */
@Injectable()
export class ImportReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<WrittenImport, CatalogueFile>(new URL('import-worker.js', import.meta.url), {
    name: 'reading catalogues',
    queueLimit: 8,
  });

  /** @throws DomainError `catalogue.…` for what concerns the file as a whole; `request.too-many` */
  async read(written: WrittenImport): Promise<CatalogueFile> {
    return written.file.text.length > smallText ? this.thread.ask(written) : readImport(written);
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
