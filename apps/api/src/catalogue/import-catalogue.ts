import { marketplace } from '#access';
import type { CatalogueImportReportDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import type { CatalogueFile } from './catalogue-file.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { planImport } from './import-plan.js';
import { PlanWriting } from './plan-writing.js';

export class ImportCatalogue extends commandOf<
  Call & {
    file: CatalogueFile;
    source: string;
    retireMissing: boolean;
  },
  CatalogueImportReportDto
>() {}

/**
 * Takes in a catalogue of duties entry by entry: new ones are taken, known ones changed where the file says something
 * else. What can't be taken is told with its reason and holds nothing up. The same file again changes nothing.
 */
@CommandHandler(ImportCatalogue)
export class ImportCatalogueHandler implements ICommandHandler<ImportCatalogue> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly entries: CatalogueEntryStore,
    private readonly imports: CatalogueImportStore,
    private readonly writing: PlanWriting,
  ) {}

  execute({ actor, file, source, retireMissing, now }: ImportCatalogue): Promise<CatalogueImportReportDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const revision = (await this.entries.lockAll(tx)) + 1;
      const known = await this.entries.ofSource(tx, source);
      const inUse = await this.entries.countInUse(tx);
      const plan = planImport(file, known, { source, retireMissing, inUse, revision, now });
      await this.writing.write(tx, plan, revision);
      const { accepted, updated, unchanged, retired, missing } = plan;
      const counts = { accepted, updated, unchanged, retired };
      const isNew = plan.drafted.length + plan.changed.size > 0;
      const done = { id: uuidv7(), source, revision: isNew ? revision : revision - 1 };
      await this.imports.add(tx, {
        ...done,
        ...counts,
        rejected: plan.rejected.length,
        importedBy: actor.userId,
        importedAt: now,
      });
      return { ...done, ...counts, missing, rejected: plan.rejected, remarks: [...file.remarks] };
    });
  }
}
