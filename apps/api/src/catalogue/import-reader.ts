import { WorkThread } from '#platform/processes';
import { isWorkbook } from '#platform/tables';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { CatalogueFile } from './catalogue-file.js';
import { readImport, type WrittenImport } from './read-import.js';
import type { AskedPart, ImportPart } from './import-parts.js';

/** Bytes of a file that is read at once, which takes a few milliseconds. */
const smallFile = 16_384;

/**
 * Reads catalogues so that nobody else has to wait: those that aren't small in a thread of their own.
 */
@Injectable()
export class ImportReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<WrittenImport, CatalogueFile>(new URL('import-worker.js', import.meta.url), {
    name: 'reading catalogues',
    queueLimit: 8,
  });
  private readonly parts = new WorkThread<AskedPart, ImportPart>(new URL('import-parts-worker.js', import.meta.url), {
    name: 'reading catalogues in parts',
    queueLimit: 8,
  });

  /** @throws DomainError `catalogue.…` for what concerns the file as a whole; `request.too-many` */
  async read(written: WrittenImport): Promise<CatalogueFile> {
    const { bytes } = written.file;
    return bytes.byteLength > smallFile || isWorkbook(bytes) ? this.thread.ask(written) : readImport(written);
  }

  /**
   * Some entries of a file that is too large to be handed over at once. The thread keeps what it has read last.
   * @throws DomainError as `read`
   */
  part(asked: AskedPart): Promise<ImportPart> {
    return this.parts.ask(asked);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.thread.end(), this.parts.end()]);
  }
}
