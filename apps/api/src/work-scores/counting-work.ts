import { marketplace } from '#access';
import { dayMs, scorecardOfTallies } from '#domain';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AbsenceStore } from '../work-records/absence.store.js';
import { RunTallies } from '../work-records/run-tallies.js';
import { type CountedWork, WorkScoreStore } from './work-score.store.js';

const plan = { name: 'counting the work of assistants', everySeconds: 60, atMost: 100 } as const;
const yearMs = 365 * dayMs;
const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

/** Counts how much work of an assistant fell due in the last year, over all engagements, and how much of it was done on time. */
@Injectable()
export class CountingWork extends DueSweep<string> {
  constructor(
    private readonly scores: WorkScoreStore,
    private readonly tallies: RunTallies,
    private readonly absences: AbsenceStore,
  ) {
    super(plan, (now, atMost) => scores.next(now, atMost));
  }

  protected override settle(assistantId: string, now: string): Promise<void> {
    return this.scores.count(assistantId, later(now, dayMs), now, () => this.of(assistantId, now));
  }

  private async of(assistantId: string, now: string): Promise<CountedWork> {
    const since = later(now, -yearMs);
    const absences = await this.absences.timeOfAssistant(assistantId, since);
    const counted = { absences, now, unitMinutes: () => undefined };
    const tallies = await this.tallies.of(marketplace, { assistantId, since }, counted);
    const { done, overdue, doneOnTime } = scorecardOfTallies(tallies);
    return { runs: done + overdue, onTime: doneOnTime };
  }
}
