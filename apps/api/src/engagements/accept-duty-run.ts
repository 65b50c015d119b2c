import { scopeOf } from '#access';
import { decideDutyRun, type DutyRun, laterPeriod, type PeriodOfRun, type RestChoice, versionInForce } from '#domain';
import { publicHolidays } from '#knowledge/holidays';
import type { Scope, Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { NestedChange } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { DutyRunSchedule } from '../work-records/duty-run-schedule.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

export class AcceptDutyRun extends commandOf<
  NestedChange & { quality: number; rest: RestChoice | null },
  Versioned<DutyRun>
>() {}

/** The business takes what was done, and says what becomes of the rest; what is carried over is scheduled with it. */
@CommandHandler(AcceptDutyRun)
export class AcceptDutyRunHandler implements ICommandHandler<AcceptDutyRun> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly runs: DutyRunStore,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly schedule: DutyRunSchedule,
  ) {}

  async execute(command: AcceptDutyRun): Promise<Versioned<DutyRun>> {
    const { actor, parentId: engagementId, id: dutyRunId, expectedVersion, quality, rest, now } = command;
    const scope = scopeOf(actor);
    const by = partyOf(actor);
    const { state: asked } = await this.runs.loadOf(actor, engagementId, dutyRunId);
    return this.database.transaction(scope, async () => {
      const period = rest === 'carried-over' ? await this.laterPeriod(scope, asked, now) : null;
      return this.runs.update(
        scope,
        dutyRunId,
        expectedVersion,
        (run) => decideDutyRun({ type: 'acceptDutyRun', by, quality, rest, laterPeriod: period, now }, run),
        (_tx, run) => this.schedule.carryOver(scope, run, period, now),
      );
    });
  }

  /** Agreement first, as whoever changes the schedule or ends the engagement does: neither happens meanwhile. */
  private async laterPeriod(scope: Scope, run: DutyRun, now: string): Promise<PeriodOfRun | null> {
    const { state: agreement } = await this.agreements.loadLocked(scope, run.agreementId);
    const { state: engagement } = await this.engagements.load(scope, run.agreementId);
    const inForce = versionInForce(agreement);
    return inForce === null ? null : laterPeriod(run, inForce.terms, engagement, now, publicHolidays);
  }
}
