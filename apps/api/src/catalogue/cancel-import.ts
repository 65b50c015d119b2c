import { marketplace } from '#access';
import type { ImportJobDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { ImportJobStore } from './import-job.store.js';

export class CancelImport extends commandOf<Change, ImportJobDto>() {}

/** Nobody wants it any more: whoever works on it stops at its next part, and what was taken stays. */
@CommandHandler(CancelImport)
export class CancelImportHandler implements ICommandHandler<CancelImport> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly jobs: ImportJobStore,
  ) {}

  execute({ id, expectedVersion, now }: CancelImport): Promise<ImportJobDto> {
    return this.database.transaction(marketplace, async (tx) => {
      await this.jobs.cancel(tx, id, expectedVersion, now);
      return this.jobs.one(id);
    });
  }
}
