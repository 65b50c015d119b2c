import { marketplace } from '#access';
import { addDays, chartOfCountry, wordsKept } from '#domain';
import { charts } from '#knowledge/charts';
import type { Transaction } from '#platform/database';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { FileNaming } from '../files/file-naming.js';
import { type EndedEngagementRow, WordsRetentionStore } from './words-retention.store.js';

const plan = { name: 'letting words of engagements go whose time is over', everySeconds: 21_600, atMost: 200 } as const;

/**
 * What two sides have written to each other, and their names in what they have agreed, go when the law of neither asks for them any more. That something
 * was said and when, what was agreed, and the hashes stay; the words don't.
 */
@Injectable()
export class WordsRetentionSweep extends DueSweep<string> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly retention: WordsRetentionStore,
    private readonly files: FileNaming,
  ) {
    // A day late, so that the day before is over wherever the two are.
    super(plan, (now, atMost) => retention.due(addDays(now.slice(0, 10), -1), atMost));
  }

  override async sweep(now: string): Promise<number> {
    for (const ended of await this.retention.ended(plan.atMost)) await this.retention.keep(ended, keptBy(ended));
    return super.sweep(now);
  }

  protected override settle(engagementId: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      if (!(await this.retention.lock(tx, engagementId))) return;
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
