import { WorkThread } from '#platform/processes';
import { isWorkbook } from '#platform/tables';
import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import type { CatalogueFile } from './catalogue-file.js';
import { readImport, type WrittenImport } from './read-import.js';
import type { AskedPart, ImportPart } from './import-parts.js';

@Injectable()
export class ImportReader extends ThreadReader<WrittenImport, CatalogueFile> {
  private readonly parts = new WorkThread<AskedPart, ImportPart>(new URL('import-parts-worker.js', import.meta.url), {
    name: 'reading catalogues in parts',
    queueLimit: 8,
  });

  constructor() {
    super(new URL('import-worker.js', import.meta.url), { name: 'reading catalogues', queueLimit: 8 });
  }

  /**
   * Some entries of a file that is too large to be handed over at once. The thread keeps what it has read last.
   * @throws DomainError as `read`
   */
  part(asked: AskedPart): Promise<ImportPart> {
    return this.parts.ask(asked);
  }

  override async onModuleDestroy(): Promise<void> {
    await Promise.all([super.onModuleDestroy(), this.parts.end()]);
  }

  protected sizeOf({ file: { bytes } }: WrittenImport): number {
    return isWorkbook(bytes) ? Infinity : bytes.byteLength;
  }

  protected readAtOnce(written: WrittenImport): Promise<CatalogueFile> {
    return readImport(written);
  }
}
