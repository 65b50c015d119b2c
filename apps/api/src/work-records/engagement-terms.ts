import { marketplace } from '#access';
import {
  type Agreement,
  type AgreementTerms,
  endOfDay,
  type Engagement,
  isPacked,
  lastDayOf,
  startOfDay,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/**
 * When the terms in force let each engagement end, for lists and for whoever sweeps. Only read from the agreement, which is
 * what counts, whenever a version comes into force: all of it can be worked out anew.
 */
@Injectable()
export class EngagementTerms {
  constructor(private readonly database: ApiDatabase) {}

  /** The engagement runs until the end of these terms, or the last day of a notice. */
  async follow(
    scope: Scope,
    agreement: Agreement,
    { timeZone, ...terms }: AgreementTerms,
    engagement: Engagement,
  ): Promise<void> {
    const endsOn = lastDayOf(engagement, terms);
    const { agreementId, businessId, agencyId } = agreement;
    await this.database.transaction(scope, (tx) =>
      tx.execute(
        `INSERT INTO api.engagement_term (engagement_id, business_id, agency_id, ends_on, over_at, packs_due_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (engagement_id) DO UPDATE
           SET ends_on = excluded.ends_on, over_at = excluded.over_at, packs_due_at = excluded.packs_due_at`,
        [
          agreementId,
          businessId,
          agencyId,
          endsOn,
          endOfDay(endsOn, timeZone),
          terms.lines.some(isPacked) ? startOfDay(terms.startsOn, timeZone) : null,
        ],
      ),
    );
  }

  /** When packs of hours are to be looked at next; null where none is to come. */
  async notePacksDue(scope: Scope, engagementId: string, at: string | null): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.execute('UPDATE api.engagement_term SET packs_due_at = $2 WHERE engagement_id = $1', [engagementId, at]),
    );
  }

  /** Engagements whose packs are to be looked at, those that wait longest first. */
  async nextPacksDue(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT engagement_id AS id FROM api.engagement_term WHERE packs_due_at <= $1 ORDER BY packs_due_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** The engagement has ended, so nobody has to end it any more. */
  async close(scope: Scope, engagementId: string): Promise<void> {
    await this.database.transaction(scope, (tx) =>
      tx.execute('UPDATE api.engagement_term SET over_at = NULL, packs_due_at = NULL WHERE engagement_id = $1', [
        engagementId,
      ]),
    );
  }

  /** Engagements that still run although their term is over, the longest over first. */
  async nextOver(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT engagement_id AS id FROM api.engagement_term WHERE over_at <= $1 ORDER BY over_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
