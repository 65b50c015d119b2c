import { type Actor, marketplace, scopeOf } from '#access';
import type { ResponseReportDto } from '#contracts';
import {
  baselinePeriodOf,
  dayMs,
  type Engagement,
  figuresOf,
  instantMs,
  instantOf,
  patienceDays,
  type ResponseBaseline,
  type ResponseFigures,
  type ResponsePeriod,
  type ResponseReport,
  responseReportOf,
  startOfDay,
  versionInForce,
  type Waits,
  type WeekOfWaits,
  waitsOf,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { demandWithinScope } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { ResponseBaselineStore } from './response-baseline.store.js';
import { ResponseHoursStore } from './response-hours.store.js';
import { type PeriodCounts, reportDto } from './response-report.dto-mapping.js';

/** Of one business, opened in a time; $4 is when whoever has no answer has waited long enough to count. */
const opened = 'business_id = $1 AND opened_at >= $2 AND opened_at < $3';
const counts = 'NOT automatic AND (first_answered_at IS NOT NULL OR opened_at < $4)';
const weeksOfTime = `SELECT opened_week AS week, json_agg(working_minutes) AS minutes FROM api.enquiry
  WHERE ${opened} AND ${counts} GROUP BY opened_week`;
const countsOfTime = `SELECT (count(*) FILTER (WHERE automatic))::int AS automatic,
    (count(*) FILTER (WHERE ${counts}) - count(DISTINCT reference) FILTER (WHERE ${counts}))::int AS reopened,
    (count(*) FILTER (WHERE ${counts} AND first_answered_at IS NULL))::int AS unanswered,
    (count(*) FILTER (WHERE NOT automatic AND first_answered_at IS NULL AND opened_at >= $4))::int AS waiting
  FROM api.enquiry WHERE ${opened}`;

/**
 * What is counted of a business's enquiries around an engagement. Both sides see it, and the assistant whose engagement it is;
 * the enquiries themselves are read on behalf of the marketplace, and nothing of a single one gets out.
 */
@Injectable()
export class ResponseReports {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly hours: ResponseHoursStore,
    private readonly baselines: ResponseBaselineStore,
  ) {}

  /** The engagement, if the actor may see it. @throws DomainError `engagement.not-found` */
  async engagement(actor: Actor, engagementId: string): Promise<Engagement> {
    const { state } = await this.engagements.load(scopeOf(actor), engagementId);
    demandWithinScope(actor, state, 'engagement.not-found');
    return state;
  }

  /** @throws DomainError `engagement.not-found` */
  async read(actor: Actor, engagementId: string, now: string): Promise<ResponseReportDto> {
    const engagement = await this.engagement(actor, engagementId);
    const { businessId } = engagement;
    return this.database.read(marketplace, async () => {
      const hours = await this.hours.of(marketplace, businessId);
      const report = await this.of(engagement, now);
      return reportDto(engagementId, hours, report, await this.countsIn(businessId, report.since, now));
    });
  }

  /** How fast the business's customers were answered in the days that a baseline would have now. */
  async lately(businessId: string, now: string): Promise<ResponseFigures> {
    return figuresOf(await this.waitsIn(businessId, baselinePeriodOf(now), now));
  }

  async waitsIn(businessId: string, period: ResponsePeriod, now: string): Promise<Waits> {
    const weeks = await this.weeks(businessId, period, now);
    return waitsOf(weeks.flatMap(({ minutes }) => minutes));
  }

  async of(engagement: Engagement, now: string): Promise<ResponseReport> {
    const { engagementId, businessId } = engagement;
    const until = engagement.status === 'ended' ? engagement.endedAt : now;
    const from = await this.startOf(engagement);
    // Of a term that is still to come there is nothing since.
    const since = { from, to: instantMs(until) < instantMs(from) ? from : until };
    const baseline = await this.baseline(engagement, now);
    return responseReportOf(baseline, since, await this.weeks(businessId, since, now), engagementId);
  }

  /** As it is frozen, or as it stands by what has been told so far. */
  async baseline(engagement: Engagement, now: string): Promise<ResponseBaseline> {
    const frozen = await this.baselines.find(marketplace, engagement.engagementId);
    if (frozen !== null) return frozen;
    const period = baselinePeriodOf(await this.startOf(engagement));
    return { ...period, frozenAt: null, waits: await this.waitsIn(engagement.businessId, period, now) };
  }

  /** When the agreed term begins, whenever it was signed: from then on there is help. */
  private async startOf({ engagementId }: Engagement): Promise<string> {
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const { startsOn, timeZone } = versionInForce(agreement)!.terms;
    return startOfDay(startsOn, timeZone);
  }

  private weeks(businessId: string, { from, to }: ResponsePeriod, now: string): Promise<WeekOfWaits[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<WeekOfWaits>(weeksOfTime, [businessId, from, to, waitedSince(now)]),
    );
  }

  private async countsIn(businessId: string, { from, to }: ResponsePeriod, now: string): Promise<PeriodCounts> {
    const [found] = await this.database.transaction(marketplace, (tx) =>
      tx.query<PeriodCounts>(countsOfTime, [businessId, from, to, waitedSince(now)]),
    );
    return found!;
  }
}

const waitedSince = (now: string): string => instantOf(instantMs(now) - patienceDays * dayMs);
