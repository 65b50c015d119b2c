import { marketplace } from '#access';
import { chartOfCountry, wordsKept } from '#domain';
import { charts } from '#knowledge/charts';
import type { Transaction } from '#platform/database';
import { Sweep } from '#platform/scheduling';
import { Injectable, Logger } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { FileNaming } from '../files/file-naming.js';
import { type EndedEngagementRow, WordsRetentionStore } from './words-retention.store.js';

const plan = { name: 'letting words of engagements go whose time is over', everySeconds: 21_600, atMost: 200 } as const;

/**
 * What two sides have written to each other, and their names in what they have agreed, go when the law of neither asks for them any more. That something
 * was said and when, what was agreed, and the hashes stay; the words don't.
 */
@Injectable()
export class WordsRetentionSweep extends Sweep {
  private readonly log = new Logger(WordsRetentionSweep.name);

  constructor(
    private readonly database: ApiDatabase,
    private readonly retention: WordsRetentionStore,
    private readonly files: FileNaming,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    for (const ended of await this.retention.ended(plan.atMost)) await this.retention.keep(ended, keptBy(ended));
    let removed = 0;
    for (const id of await this.retention.due(now.slice(0, 10), plan.atMost)) {
      if (await this.tryRemove(id, now)) removed += 1;
    }
    return removed;
  }

  /** One that can't be removed keeps no other waiting; the next sweep tries it again. */
  private async tryRemove(engagementId: string, now: string): Promise<boolean> {
    try {
      return await this.remove(engagementId, now);
    } catch (error) {
      this.log.warn(`words of ${engagementId}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  private remove(engagementId: string, now: string): Promise<boolean> {
    return this.database.transaction(marketplace, async (tx) => {
      if (!(await this.retention.lock(tx, engagementId))) return false;
      const messages = await tx.query<{ id: string }>(
        `UPDATE api.message SET text = '' WHERE engagement_id = $1 RETURNING id`,
        [engagementId],
      );
      await tx.execute(`UPDATE api.thread SET subject = '' WHERE engagement_id = $1`, [engagementId]);
      await this.files.unnameAll(
        messages.map(({ id }) => id),
        'message',
      );
      await withoutParties(tx, engagementId);
      await this.retention.noteRemoved(tx, engagementId, messages.length, now);
      return true;
    });
  }
}

/** By the charts of both sides' countries. */
function keptBy({ endedOn, agencyCountry, businessCountry }: EndedEngagementRow) {
  const terms = [agencyCountry, businessCountry].map((country) => chartOfCountry(charts(), country).retention);
  const { goesOn, longest } = wordsKept(endedOn, terms);
  return { goesOn, years: longest.years, source: longest.source };
}

/** As versions of before say nothing of who the parties were. */
async function withoutParties(tx: Transaction, agreementId: string): Promise<void> {
  await tx.execute(
    `UPDATE api.agreement SET versions = (
       SELECT jsonb_agg(jsonb_set(version, '{terms,parties}', 'null') ORDER BY place)
         FROM jsonb_array_elements(versions) WITH ORDINALITY AS each (version, place))
      WHERE id = $1`,
    [agreementId],
  );
}
