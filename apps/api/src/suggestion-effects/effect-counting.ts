import { marketplace } from '#access';
import { countedFromRuns, countedFromWaits, type SuggestionEffect, workOfTallies } from '#domain';
import { Injectable } from '@nestjs/common';
import { ResponseReports } from '../response-time/response-reports.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { RunTallies } from '../work-records/run-tallies.js';

/** What can be counted of the days in which one worked by a suggestion. */
@Injectable()
export class EffectCounting {
  constructor(
    private readonly reports: ResponseReports,
    private readonly tallies: RunTallies,
    private readonly absences: AbsenceStore,
  ) {}

  /** Null where there is too little, or nothing that can be counted. */
  async of(
    { engagementId, businessId, suggestion, from, dueAt }: SuggestionEffect,
    now: string,
  ): Promise<number | null> {
    const { target } = suggestion;
    if (target === undefined || target.metric === 'number') return null;
    if (target.dutyCode === null)
      return countedFromWaits(target.metric, await this.reports.waitsIn(businessId, { from, to: dueAt }, now));
    const runs = { engagementId, dutyCode: target.dutyCode, from, before: dueAt };
    const absences = await this.absences.timeOfEngagement(engagementId);
    const counted = { absences, now, unitMinutes: () => undefined };
    return countedFromRuns(target.metric, workOfTallies(await this.tallies.of(marketplace, runs, counted)));
  }
}
