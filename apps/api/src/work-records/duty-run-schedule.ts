import {
  type Agreement,
  carriedOver,
  changeSchedule,
  decideDutyRun,
  type DutyRun,
  type DutyRunId,
  type EndedEngagement,
  lastDayOf,
  type PeriodOfRun,
  type PlannedRun,
  runsAhead,
  versionInForce,
} from '#domain';
import { publicHolidays } from '#knowledge/holidays';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { AgreedChannels } from './agreed-channels.js';
import { DutyRunStore } from './duty-run.store.js';
import { EngagementTerms } from './engagement-terms.js';
import { EngagementStore } from './engagement.store.js';

/** Keeps the runs of an engagement, its term and its channels in line with the terms in force. */
@Injectable()
export class DutyRunSchedule {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly runs: DutyRunStore,
    private readonly terms: EngagementTerms,
    private readonly channels: AgreedChannels,
  ) {}

  /**
   * Adds, replans and cancels runs until they are those of the version in force; what somebody has worked on stays.
   * Nothing happens before the engagement has begun. The caller has locked the agreement.
   */
  async follow(agreement: Agreement, now: string): Promise<void> {
    const inForce = versionInForce(agreement);
    const scope: Scope = { kind: 'organisation', organisationId: agreement.businessId };
    await this.database.transaction(scope, async () => {
      const engagement = await this.engagements.find(scope, agreement.agreementId);
      if (inForce === null || engagement?.status !== 'active') return;
      const runs = await this.runs.ofEngagementLocked(scope, agreement.agreementId);
      const { add, replan, cancel } = changeSchedule(
        inForce.terms,
        inForce.number,
        runs,
        now,
        publicHolidays,
        lastDayOf(engagement, inForce.terms),
      );
      const plans = new Map<string, PlannedRun>(replan.map(({ dutyRunId, plan }) => [dutyRunId, plan]));
      await this.runs.updateMany(scope, [...plans.keys(), ...cancel], (run) => {
        const plan = plans.get(run.dutyRunId);
        return decideDutyRun(plan ? { type: 'replanDutyRun', plan, now } : { type: 'cancelDutyRun', now }, run);
      });
      await this.add(scope, agreement, add, now);
      await this.terms.follow(scope, agreement, inForce.terms, engagement);
      await this.channels.follow(scope, agreement, now);
    });
  }

  /** Cancels what had not begun when the engagement ended; the rest may still be finished. */
  async close(engagement: EndedEngagement, now: string): Promise<void> {
    const scope: Scope = { kind: 'organisation', organisationId: engagement.businessId };
    await this.database.transaction(scope, async () => {
      const runs = await this.runs.ofEngagementLocked(scope, engagement.engagementId);
      await this.runs.updateMany(scope, runsAhead(runs, engagement), (run) =>
        decideDutyRun({ type: 'cancelDutyRun', now }, run),
      );
    });
  }

  /** Schedules what an accepted run carries over, if it does. The caller has locked the agreement. */
  async carryOver(scope: Scope, run: DutyRun, period: PeriodOfRun | null, now: string): Promise<void> {
    const id = uuidv7() as DutyRunId;
    const rest = carriedOver(run, period, id, now);
    if (rest !== null) await this.runs.createMany(scope, [{ id, facts: decideDutyRun(rest, null) }]);
  }

  private async add(scope: Scope, agreement: Agreement, plans: readonly PlannedRun[], now: string): Promise<void> {
    const { agreementId, agencyId, businessId, assistantId } = agreement;
    const parties = { agreementId, agencyId, businessId, assistantId };
    const added = plans.map((plan) => {
      const dutyRunId = uuidv7() as DutyRunId;
      return {
        id: dutyRunId,
        facts: decideDutyRun({ type: 'scheduleDutyRun', dutyRunId, ...parties, carriedFrom: null, plan, now }, null),
      };
    });
    await this.runs.createMany(scope, added);
  }
}
