import { marketplace } from '#access';
import { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { FileStore, type KeptBytes } from '#platform/files';
import { PollLoop, pollDelays } from '#platform/scheduling';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { apiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { FileBytes } from '../files/file-bytes.js';
import { writeArchive } from './pack-archive.js';
import { PackData } from './pack-data.js';
import { packTexts } from './pack-files.js';
import { packWords } from './pack-words.js';
import { type PackToMake, TaxPackStore } from './tax-pack.store.js';

/** Documents after which it is said how far it is, and looked whether anybody still wants it. */
const sayAfter = 25;

/** Somebody gave the pack up, or another process has taken it over. */
class GivenUp extends Error {}

/** Makes packs that were asked for, one at a time in each process; what a process that died left undone, another makes anew. */
@Injectable()
export class PackMaking implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PackMaking.name);
  private readonly loop = new PollLoop('making tax packs', () => this.step());

  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly packs: TaxPackStore,
    private readonly data: PackData,
    private readonly bytes: FileBytes,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

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
    const pack = await this.packs.take(this.clock.now());
    if (pack === null) return 'idle';
    await this.make(pack);
    return pollDelays.none;
  }

  private async make(pack: PackToMake): Promise<void> {
    const folder = path.join(this.settings.files.spoolFolder, `pack-${randomUUID()}`);
    try {
      const archive = await this.archive(pack, folder);
      await this.keep(pack, archive);
    } catch (error) {
      if (error instanceof GivenUp) return;
      this.logger.error(`tax pack ${pack.id} could not be made: ${String(error)}`);
      await this.packs.fail(pack, this.clock.now());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async archive(pack: PackToMake, folder: string): Promise<KeptBytes> {
    const { businessId, language } = pack;
    const say = async (done: number, total: number): Promise<void> => {
      if (this.loop.isStopping || !(await this.packs.progress(pack, done, total, this.clock.now())))
        throw new GivenUp();
    };
    const year = await this.data.read(businessId, pack.year, this.clock.now(), {
      folder: path.join(folder, 'papers'),
      language,
      onMade: async (made) => {
        if (made % sayAfter === 0) await say(0, made);
      },
    });
    const { documents } = year;
    const texts = packTexts(year, packWords[language]);
    const total = texts.length + documents.length;
    await say(texts.length, total);
    return writeArchive(
      path.join(folder, 'pack.zip'),
      { texts, documents },
      ({ bytes }) => ('fileId' in bytes ? this.bytes.read(bytes.fileId) : createReadStream(bytes.madeAt)),
      async (done) => {
        if (done % sayAfter === 0) await say(done, total);
      },
    );
  }

  /** The bytes go where files are kept before anybody is told; if nobody wants them any more, they go. */
  private async keep(pack: PackToMake, { sha256, size, path: file }: KeptBytes): Promise<void> {
    const [fileId, now] = [uuidv7(), this.clock.now()];
    await this.store.put(fileId, { sha256, size, path: file }, 'application/zip');
    const isWanted = await this.database.transaction(marketplace, async (tx) => {
      await tx.execute(
        `INSERT INTO api.file (id, organisation_id, name, media_type, size, sha256, uploaded_at, is_kept, is_named)
         VALUES ($1, $2, $3, 'application/zip', $4, $5, $6, true, true)`,
        [fileId, pack.businessId, `tax-year-${pack.year}.zip`, size, sha256, now],
      );
      const isFinished = await this.packs.finish(tx, pack, fileId, now);
      if (!isFinished) await tx.execute('DELETE FROM api.file WHERE id = $1', [fileId]);
      return isFinished;
    });
    if (!isWanted) await this.store.delete(fileId);
  }
}
