import { marketplace } from '#access';
import type { ImportJobReportDto } from '#contracts';
import { DomainError } from '#domain';
import { Clock } from '#platform/clock';
import { isInfrastructureFailure, type Transaction } from '#platform/database';
import { Polling, PollLoop, pollDelays } from '#platform/scheduling';
import { Injectable, Logger } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { type ImportToDo, ImportJobStore } from './import-job.store.js';
import { ImportPartWriting } from './import-part-writing.js';
import type { ImportPart } from './import-parts.js';
import { ImportReader } from './import-reader.js';
import { maxEntriesOfJob } from './read-import.js';

/** Entries that are taken in by one transaction: half a second, in which no other import goes on. */
const entriesAtATime = 500;

/** Somebody gave the import up, or another process has taken it over. */
class GivenUp extends Error {}

/**
 * Works on imports that were asked for, one at a time in each process. Each part is committed with how far the import is, so
 * that whoever takes up what a process left undone goes on behind the last part.
 */
@Injectable()
export class ImportWork extends Polling {
  private readonly logger = new Logger(ImportWork.name);
  protected readonly loop = new PollLoop('imports of catalogues', () => this.step());

  constructor(
    private readonly database: ApiDatabase,
    private readonly jobs: ImportJobStore,
    private readonly reader: ImportReader,
    private readonly parts: ImportPartWriting,
    private readonly imports: CatalogueImportStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  wake(): void {
    this.loop.wake();
  }

  private async step() {
    const job = await this.jobs.take(this.clock.now());
    if (job === null) return 'idle';
    try {
      await this.takeIn(job);
    } catch (error) {
      if (error instanceof GivenUp) return pollDelays.none;
      if (isInfrastructureFailure(error)) throw error;
      if (!(error instanceof DomainError))
        this.logger.error(`import ${job.id} could not be finished: ${String(error)}`);
      await this.jobs.fail(job, problemOf(error), this.clock.now());
    }
    return pollDelays.none;
  }

  private async takeIn(job: ImportToDo): Promise<void> {
    let { done, report } = job;
    for (;;) {
      if (this.loop.isStopping) throw new GivenUp();
      const part = await this.partOf(job, done);
      const before = report ?? begun(part);
      const next = done + part.entries.length;
      const isFirst = done === 0;
      report = await this.database.transaction(marketplace, async (tx) => {
        if (isFirst) await this.parts.assertRoom(tx, job, part.total);
        const after = await this.parts.take(tx, job, part.entries, before, this.clock.now());
        const progress = { done: next, total: part.total, report: after };
        if (!(await this.jobs.advance(tx, job, progress, this.clock.now()))) throw new GivenUp();
        return after;
      });
      done = next;
      if (done >= part.total) return this.finish(job, part.ids, report);
    }
  }

  private partOf({ id, language, mediaType, charset, content }: ImportToDo, from: number): Promise<ImportPart> {
    const file = { bytes: content, charset };
    const written = { file, mediaType, language: language ?? undefined, maxEntries: maxEntriesOfJob };
    return this.reader.part({ key: id, written, from, count: entriesAtATime });
  }

  private finish(job: ImportToDo, ids: readonly string[], report: ImportJobReportDto): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const now = this.clock.now();
      const whole = await this.parts.takeMissing(tx, job, ids, report, now);
      if (!job.isPreview) await this.note(tx, job, whole, now);
      if (!(await this.jobs.finish(tx, job, whole, now))) throw new GivenUp();
    });
  }

  private note(tx: Transaction, job: ImportToDo, report: ImportJobReportDto, importedAt: string): Promise<void> {
    const { revision, accepted, updated, unchanged, retired, rejectedCount: rejected } = report;
    const counts = { accepted, updated, unchanged, retired, rejected };
    return this.imports.add(tx, {
      id: job.id,
      source: job.source,
      revision,
      ...counts,
      importedBy: job.askedBy,
      importedAt,
    });
  }
}

const begun = ({ rejectedCount, rejected, remarks }: ImportPart): ImportJobReportDto => ({
  revision: 0,
  accepted: 0,
  updated: 0,
  unchanged: 0,
  retired: 0,
  missing: 0,
  rejectedCount,
  rejected: [...rejected],
  remarks: [...remarks],
  entries: [],
});

function problemOf(error: unknown): { code: string; detail: string | null } {
  if (!(error instanceof DomainError)) return { code: 'catalogue-import.failed', detail: null };
  const { detail } = error.details;
  return { code: error.code, detail: typeof detail === 'string' ? detail : null };
}
