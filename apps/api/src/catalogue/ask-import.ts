import { marketplace } from '#access';
import type { AskImportQueryDto, ImportJobDto } from '#contracts';
import type { SentFile } from '#platform/http';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { ImportJobStore } from './import-job.store.js';
import { ImportWork } from './import-work.js';

export class AskImport extends commandOf<Call & { file: SentFile; asked: AskImportQueryDto }, ImportJobDto>() {}

/** An administrator hands in a catalogue of any size; it is taken in, or looked at, afterwards. */
@CommandHandler(AskImport)
export class AskImportHandler implements ICommandHandler<AskImport> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly jobs: ImportJobStore,
    private readonly work: ImportWork,
  ) {}

  execute({ actor, file, asked, now }: AskImport): Promise<ImportJobDto> {
    const id = uuidv7();
    return this.database.transaction(marketplace, async (tx) => {
      const wanted = {
        source: asked.source,
        language: asked.language ?? null,
        retiresMissing: asked.retireMissing === 'true',
        isPreview: asked.preview === 'true',
      };
      const sent = { mediaType: file.mediaType, charset: file.charset, content: file.bytes };
      await this.jobs.ask(tx, { id, ...wanted, ...sent, askedBy: actor.userId }, now);
      tx.afterCommit(() => this.work.wake());
      return this.jobs.one(id);
    });
  }
}
