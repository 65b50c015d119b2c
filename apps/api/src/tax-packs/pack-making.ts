import { marketplace } from '#access';
import type { KeptBytes } from '#platform/files';
import { Injectable } from '@nestjs/common';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { archiveIndex, leaveMade } from '../archives/archive-index.js';
import { type ArchiveContent, ArchiveMaking, sayAfter, type Saying } from '../archives/archive-making.js';
import { ArchiveWorkshop } from '../archives/archive-workshop.js';
import { bytesOf } from '../archives/packed-text.js';
import type { PackedBytes } from '../archives/write-archive.js';
import { PackData } from './pack-data.js';
import { packTexts } from './pack-files.js';
import { packWords } from './pack-words.js';
import { type PackToMake, TaxPackStore } from './tax-pack.store.js';

/** Makes packs of tax years. */
@Injectable()
export class PackMaking extends ArchiveMaking<PackToMake> {
  constructor(
    private readonly packs: TaxPackStore,
    private readonly data: PackData,
    workshop: ArchiveWorkshop,
  ) {
    super('tax pack', packs, workshop);
  }

  protected override async gather(pack: PackToMake, folder: string, say: Saying): Promise<ArchiveContent> {
    const { businessId, language } = pack;
    const year = await this.data.read(businessId, pack.year, this.workshop.clock.now(), {
      folder,
      language,
      onMade: async (made) => {
        if (made % sayAfter === 0) await say(0, made);
      },
    });
    // Texts go to the disk one by one, as papers do: a year of many entries has large ones.
    const texts: PackedBytes[] = [];
    for (const text of packTexts(year, packWords[language])) {
      const made = await leaveMade(path.join(folder, 'texts'), text.path, bytesOf(text));
      // The page stands first.
      if (text.path === 'index.html') texts.unshift(made);
      else texts.push(made);
    }
    return { texts: [archiveIndex([], [...texts, ...year.documents])], documents: [...texts, ...year.documents] };
  }

  /** The bytes go where files are kept before anybody is told; if nobody wants them any more, they go. */
  protected override async keep(pack: PackToMake, { sha256, size, path: file }: KeptBytes): Promise<void> {
    const { database, store, clock } = this.workshop;
    const [fileId, now] = [uuidv7(), clock.now()];
    await store.put(fileId, { sha256, size, path: file }, 'application/zip');
    const isWanted = await database.transaction(marketplace, async (tx) => {
      await tx.execute(
        `INSERT INTO api.file (id, organisation_id, name, media_type, size, sha256, uploaded_at, is_kept, is_named)
         VALUES ($1, $2, $3, 'application/zip', $4, $5, $6, true, true)`,
        [fileId, pack.businessId, `tax-year-${pack.year}.zip`, size, sha256, now],
      );
      const isFinished = await this.packs.finish(tx, pack, fileId, now);
      if (!isFinished) await tx.execute('DELETE FROM api.file WHERE id = $1', [fileId]);
      return isFinished;
    });
    if (!isWanted) await store.delete(fileId);
  }
}
