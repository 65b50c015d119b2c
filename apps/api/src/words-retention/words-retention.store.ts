import { marketplace } from '#access';
import type { WordsRetentionDto } from '#contracts';
import { localDate } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** An engagement that is over and of which nobody has worked out yet how long its words are kept. */
export interface EndedEngagementRow {
  readonly id: string;
  readonly agencyId: string;
  readonly businessId: string;
  /** By the business's calendar. */
  readonly endedOn: string;
  readonly agencyCountry: string;
  readonly businessCountry: string;
}

/** How long the words of an engagement are kept. */
export interface KeptWords {
  readonly goesOn: string;
  readonly years: number;
  readonly source: string;
}

interface RetentionRow extends Omit<WordsRetentionDto, 'removedAt'> {
  readonly removedAt: Date | null;
}

/** Until when the words of engagements are kept. */
@Injectable()
export class WordsRetentionStore {
  constructor(private readonly database: ApiDatabase) {}

  async ended(atMost: number): Promise<EndedEngagementRow[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<Omit<EndedEngagementRow, 'endedOn'> & { endedAt: string; timeZone: string }>(
        `SELECT engagement.id, engagement.agency_id AS "agencyId", engagement.business_id AS "businessId",
                engagement.state ->> 'endedAt' AS "endedAt", business.time_zone AS "timeZone", agency.country_code::text AS "agencyCountry",
                business.country_code::text AS "businessCountry"
           FROM api.engagement JOIN api.agency ON agency.id = engagement.agency_id
                JOIN api.business ON business.id = engagement.business_id
          WHERE engagement.status = 'ended'
            AND NOT EXISTS (SELECT FROM api.words_retention kept WHERE kept.engagement_id = engagement.id)
          ORDER BY engagement.id LIMIT $1`,
        [atMost],
      ),
    );
    return rows.map(({ endedAt, timeZone, ...ended }) => ({ ...ended, endedOn: localDate(endedAt, timeZone) }));
  }

  async keep({ id, agencyId, businessId, endedOn }: EndedEngagementRow, kept: KeptWords): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `INSERT INTO api.words_retention (engagement_id, agency_id, business_id, ended_on, goes_on, years, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (engagement_id) DO NOTHING`,
        [id, agencyId, businessId, endedOn, kept.goesOn, kept.years, kept.source],
      ),
    );
  }

  /** Whose time is over by a day; a dispute that goes on still needs them. */
  async due(today: string, atMost: number): Promise<string[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT engagement_id AS id FROM api.words_retention kept WHERE removed_at IS NULL AND goes_on <= $1
            AND NOT EXISTS (SELECT FROM api.dispute open WHERE open.engagement_id = kept.engagement_id
                               AND open.status IN ('opened', 'answered', 'to-decide'))
          ORDER BY goes_on, engagement_id LIMIT $2`,
        [today, atMost],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** False where another process has done it. */
  async lock(tx: Transaction, engagementId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT FROM api.words_retention WHERE engagement_id = $1 AND removed_at IS NULL FOR UPDATE',
      [engagementId],
    );
    return rows.length > 0;
  }

  async noteRemoved(tx: Transaction, engagementId: string, messages: number, now: string): Promise<void> {
    await tx.execute(`UPDATE api.words_retention SET messages = $2, removed_at = $3 WHERE engagement_id = $1`, [
      engagementId,
      messages,
      now,
    ]);
  }

  /** Null while an engagement goes on, or for one that somebody doesn't see. */
  async find(scope: Scope, engagementId: string): Promise<WordsRetentionDto | null> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<RetentionRow>(
        `SELECT ended_on::text AS "endedOn", goes_on::text AS "goesOn", years, source, messages, removed_at AS "removedAt"
           FROM api.words_retention WHERE engagement_id = $1`,
        [engagementId],
      ),
    );
    return row === undefined ? null : { ...row, removedAt: row.removedAt?.toISOString() ?? null };
  }
}
