import type { KeptBytes } from '#platform/files';
import { PollLoop, pollDelays } from '#platform/scheduling';
import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ArchiveJob, ArchiveJobs } from './archive-jobs.js';
import type { ArchiveWorkshop } from './archive-workshop.js';
import { type PackedBytes, writeArchive } from './write-archive.js';
import type { PackedText } from './packed-text.js';

/** Files after which it is said how far it is, and looked whether anybody still wants it. */
export const sayAfter = 25;

/** Somebody gave the archive up, or another process has taken it over. */
class GivenUp extends Error {}

/** Says how far it is, and throws where nobody wants it any more. */
export type Saying = (done: number, total: number) => Promise<void>;

export interface ArchiveContent {
  readonly texts: readonly PackedText[];
  readonly documents: readonly PackedBytes[];
}

/** Makes archives that were asked for, one at a time in each process; what a process that died left undone, another makes anew. */
export abstract class ArchiveMaking<Job extends ArchiveJob>
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  private readonly logger = new Logger(ArchiveMaking.name);
  private readonly loop: PollLoop;

  protected constructor(
    private readonly name: string,
    protected readonly jobs: ArchiveJobs<Job>,
    protected readonly workshop: ArchiveWorkshop,
  ) {
    this.loop = new PollLoop(`making ${name}s`, () => this.step());
  }

  /** What is in it; what has to be made for it goes into the folder. */
  protected abstract gather(job: Job, folder: string, say: Saying): Promise<ArchiveContent>;
  /** Keeps it where whoever asked finds it. */
  protected abstract keep(job: Job, archive: KeptBytes): Promise<void>;

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  wake(): void {
    this.loop.wake();
  }

  private async step() {
    const job = await this.jobs.take(this.workshop.clock.now());
    if (job === null) return 'idle';
    await this.make(job);
    return pollDelays.none;
  }

  private async make(job: Job): Promise<void> {
    const folder = path.join(this.workshop.folder, `archive-${randomUUID()}`);
    try {
      await this.keep(job, await this.archive(job, folder));
    } catch (error) {
      if (error instanceof GivenUp) return;
      this.logger.error(`the ${this.name} ${job.id} could not be made: ${String(error)}`);
      await this.jobs.fail(job, this.workshop.clock.now());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async archive(job: Job, folder: string): Promise<KeptBytes> {
    const say: Saying = async (done, total) => {
      const isWanted = await this.jobs.progress(job, done, total, this.workshop.clock.now());
      if (this.loop.isStopping || !isWanted) throw new GivenUp();
    };
    const { texts, documents } = await this.gather(job, path.join(folder, 'made'), say);
    const total = texts.length + documents.length;
    await say(texts.length, total);
    return writeArchive(
      path.join(folder, 'archive.zip'),
      { texts, documents },
      (document) => this.workshop.read(document),
      async (done) => {
        if (done % sayAfter === 0) await say(done, total);
      },
    );
  }
}
