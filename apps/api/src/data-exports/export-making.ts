import type { KeptBytes } from '#platform/files';
import { Injectable } from '@nestjs/common';
import { type ArchiveContent, ArchiveMaking, type Saying } from '../archives/archive-making.js';
import { ArchiveWorkshop } from '../archives/archive-workshop.js';
import { DataExportStore, type ExportToMake } from './data-export.store.js';
import { GatherOwnData } from './gather-own-data.js';

/** Makes archives of people's and organisations' own data. */
@Injectable()
export class ExportMaking extends ArchiveMaking<ExportToMake> {
  constructor(
    private readonly exports: DataExportStore,
    private readonly data: GatherOwnData,
    workshop: ArchiveWorkshop,
  ) {
    super('data export', exports, workshop);
  }

  protected override gather(job: ExportToMake, folder: string, say: Saying): Promise<ArchiveContent> {
    return this.data.gather(job, folder, say);
  }

  /** Under its own id, and as no file of the organisation's: only whoever asked for it fetches it. */
  protected override async keep(job: ExportToMake, archive: KeptBytes): Promise<void> {
    const { store, clock } = this.workshop;
    await store.put(job.id, archive, 'application/zip');
    if (!(await this.exports.finish(job, archive, clock.now()))) await store.delete(job.id);
  }
}
