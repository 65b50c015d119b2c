import { type Actor, marketplace } from '#access';
import type { OpenMattersDto } from '#contracts';
import type { OpenMatter } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** For so many days whoever ended an engagement judges and invoices what was done in it; then it keeps nobody. */
const daysToSettleWork = 90;

/** What is open of an organisation, with $1 for its id, $2 for the instant, and the days to settle work. */
const openOf: Readonly<Record<OpenMatter, string>> = {
  engagement: `SELECT count(*) FROM api.engagement WHERE status = 'active' AND $1 IN (agency_id, business_id)`,
  agreement: `SELECT count(*) FROM api.agreement
    WHERE status IN ('drafting', 'changing') AND $1 IN (agency_id, business_id)`,
  booking: `SELECT count(*) FROM api.booking
    WHERE status IN ('held', 'confirmed') AND ends_at > $2 AND $1 IN (agency_id, business_id)`,
  work: `SELECT count(*) FROM api.duty_run JOIN api.engagement ON engagement.id = duty_run.engagement_id
    WHERE (duty_run.status = 'done' OR (duty_run.status = 'accepted' AND duty_run.invoice_id IS NULL))
      AND $1 IN (duty_run.agency_id, duty_run.business_id) AND engagement.status = 'ended'
      AND (engagement.state -> 'data' ->> 'endedAt')::timestamptz > $2::timestamptz - make_interval(days => ${daysToSettleWork})`,
  money: `SELECT count(*) FROM (
      SELECT 1 FROM api.ledger_posting WHERE party = $1 GROUP BY purpose, currency HAVING sum(amount_minor) <> 0) AS account`,
};

/** What has to come to its end before an organisation can be closed. */
@Injectable()
export class OpenMattersReader {
  constructor(private readonly database: ApiDatabase) {}

  of({ organisationId }: Actor, now: string): Promise<OpenMattersDto> {
    return this.database.transaction(marketplace, (tx) => this.within(tx, organisationId, now));
  }

  async within(tx: Transaction, organisationId: string, now: string): Promise<OpenMattersDto> {
    const [open] = await tx.query<OpenMattersDto>(
      `SELECT ${Object.entries(openOf)
        .map(([matter, count]) => `(${count})::int AS ${matter}`)
        .join(', ')}`,
      [organisationId, now],
    );
    return open!;
  }
}
