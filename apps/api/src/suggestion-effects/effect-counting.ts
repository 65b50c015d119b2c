import { marketplace } from '#access';
import {
  countedFromRuns,
  countedFromWaits,
  type DutyRun,
  type RunsOfDuty,
  scorecardOf,
  type SuggestionEffect,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { ResponseReports } from '../response-time/response-reports.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';

/** What can be counted of the days in which one worked by a suggestion. */
@Injectable()
export class EffectCounting {
  constructor(
    private readonly reports: ResponseReports,
    private readonly runs: DutyRunStore,
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
    const all = await this.runs.ofEngagement(marketplace, engagementId);
    const runs = all.filter((run) => run.dutyCode === target.dutyCode && isWithin(run, from, dueAt));
    const absences = await this.absences.timeOfEngagement(engagementId);
    const { minutes, doneOnTimeBps, acceptedFirstTimeBps } = scorecardOf(runs, absences, now);
    const seen: RunsOfDuty = { units: unitsOf(runs), minutes, doneOnTimeBps, acceptedFirstTimeBps };
    return countedFromRuns(target.metric, seen);
  }
}

/** Its period began while one worked by it. */
const isWithin = ({ startsAt }: DutyRun, from: string, to: string): boolean => startsAt >= from && startsAt < to;

const unitsOf = (runs: readonly DutyRun[]): number =>
  runs.reduce((units, run) => units + ('quantity' in run ? run.quantity : 0), 0);
