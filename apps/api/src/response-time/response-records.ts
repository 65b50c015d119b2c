import { marketplace } from '#access';
import type { ResponseRecordDto } from '#contracts';
import { dayMs, demand, type Engagement, instantMs, instantOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { AgencyStore } from '../agencies/agency.store.js';
import { ApiDatabase } from '../api-database.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { ResponseReports } from './response-reports.js';

const result = `INSERT INTO api.response_result (engagement_id, business_id, agency_id, measured_at, is_final, enquiries,
                                                  median_minutes, verdict)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (engagement_id) DO UPDATE SET measured_at = excluded.measured_at, is_final = excluded.is_final,
    enquiries = excluded.enquiries, median_minutes = excluded.median_minutes, verdict = excluded.verdict`;
const record = `SELECT count(*)::int AS compared, (count(*) FILTER (WHERE verdict = 'better'))::int AS better,
    (count(*) FILTER (WHERE verdict = 'worse'))::int AS worse, coalesce(sum(enquiries), 0)::int AS enquiries,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY median_minutes) AS "medianMinutes"
  FROM api.response_result WHERE agency_id = $1 AND verdict IS NOT NULL`;

/** What agencies' work did to the response times of their clients, by a result for each engagement. */
@Injectable()
export class ResponseRecords {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agencies: AgencyStore,
    private readonly engagements: EngagementStore,
    private readonly reports: ResponseReports,
  ) {}

  /** Anybody may read it: it says nothing of a single client. @throws DomainError `agency.not-found` */
  async of(agencyId: string): Promise<ResponseRecordDto> {
    const { state: agency } = await this.agencies.load(marketplace, agencyId);
    demand(agency.status === 'verified', 'agency.not-found');
    const [found] = await this.database.read(marketplace, (tx) =>
      tx.query<Omit<ResponseRecordDto, 'agencyId'>>(record, [agencyId]),
    );
    return { agencyId, ...found! };
  }

  /** Notes what has become of a baseline. */
  async measure(engagement: Engagement, now: string): Promise<void> {
    const { engagementId, businessId, agencyId, status } = engagement;
    const { since, change } = await this.reports.of(engagement, now);
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(result, [
        engagementId,
        businessId,
        agencyId,
        now,
        status === 'ended',
        since.enquiries,
        since.medianMinutes,
        change?.median.verdict ?? null,
      ]),
    );
  }

  /** Those that were looked at more than a day ago; returns how many there were. */
  async measureDue(now: string, atMost: number): Promise<number> {
    const due = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT engagement_id AS id FROM api.response_result WHERE NOT is_final AND measured_at < $1
          ORDER BY measured_at LIMIT $2`,
        [instantOf(instantMs(now) - dayMs), atMost],
      ),
    );
    for (const { id } of due) {
      const { state: engagement } = await this.engagements.load(marketplace, id);
      await this.measure(engagement, now);
    }
    return due.length;
  }
}
